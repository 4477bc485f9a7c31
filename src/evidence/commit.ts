import { canonicalBytes } from '../crypto/canonical-json.ts';
import { sha256 } from '../crypto/digest.ts';
import { type CaptureRecord, captureRecordSchema } from '../model/capture.ts';
import { type ExhibitReference, exhibitReference } from '../model/exhibit.ts';
import { Fault } from '../model/fault.ts';
import { type CaseId, type Sha256, sha256Schema } from '../model/identifiers.ts';
import { captureProgressSchema } from '../model/journal.ts';
import { actorOf, readCase } from './cases.ts';
import { contexts } from './contexts.ts';
import { type Act, append } from './custody-log.ts';
import { exhibitsOf, referenceOf } from './exhibit-list.ts';
import type { Arriving, Staging } from './staging.ts';
import type { LogStore } from './store.ts';
import { summaryOf } from './summary.ts';
import { wellFormedValue } from './well-formed.ts';
import type { CommitRequest, CommittedCapture } from './writer.ts';

/** Makes a capture an exhibit, in one transaction; see {@link LogWriter.commitCapture}. */
export async function commitCapture(
  store: LogStore,
  staging: Staging,
  request: CommitRequest,
): Promise<CommittedCapture> {
  // Files that still wait for their turn are written by the commit itself: one wait for the disk less.
  const arriving = staging.take(request.captureId);
  try {
    const result = await commitWith(store, request, { arriving, written: staging.idle() });
    for (const each of arriving) each.keep();
    return result;
  } catch (error) {
    staging.giveBack(arriving);
    throw error;
  }
}

/** Files that the commit has to write, and when those that others write are there. */
interface Files {
  readonly arriving: readonly Arriving[];
  readonly written: Promise<void>;
}

async function commitWith(store: LogStore, request: CommitRequest, files: Files): Promise<CommittedCapture> {
  const reading = readCase(store, request.caseId);
  reading.catch(() => undefined);
  const known = await committed(store, request);
  if (known !== undefined) return known;
  const { producer } = await reading;
  let result: CommittedCapture | undefined;
  await append(store, request.caseId, async () => {
    const [before, number] = await Promise.all([
      committed(store, request),
      nextNumber(store, request.caseId),
      files.written,
    ]);
    result = before;
    if (result !== undefined) return undefined;
    const record = recordOf(request, exhibitReference(producer.initials, number));
    const recordBytes = canonicalBytes(record);
    const recordSha256 = sha256Schema.parse(await sha256(recordBytes));
    result = { reference: record.reference, recordSha256 };
    const { arriving } = files;
    return committing(store, { request, number, record, recordBytes, recordSha256, arriving });
  });
  if (result === undefined) throw new Error('a commit that ended without a result');
  return result;
}

interface Commit {
  readonly request: CommitRequest;
  readonly arriving: readonly Arriving[];
  readonly number: number;
  readonly record: CaptureRecord;
  readonly recordBytes: Uint8Array;
  readonly recordSha256: Sha256;
}

async function committing(store: LogStore, commit: Commit): Promise<Act> {
  const { record } = commit;
  const { captureId, caseId } = commit.request;
  const { database } = store;
  const [rows, actor, files] = await Promise.all([
    rowsOf(store, commit),
    actorOf(store, caseId),
    Promise.all(commit.arriving.map(({ row }) => row)),
  ]);
  const named = new Set([...record.artifacts.map(artifact => artifact.sha256), commit.recordSha256]);
  return {
    entry: {
      action: 'capture.committed',
      actor,
      subject: { caseId, captureId, reference: record.reference },
      detail: {
        recordSha256: commit.recordSha256,
        outcome: record.outcome,
        scope: record.scope,
        artifacts: record.artifacts.length,
      },
    },
    tables: [
      database.artifacts,
      database.captures,
      database.exhibits,
      database.thumbnails,
      database.journal,
      database.staged,
    ],
    write: async () => {
      await Promise.all([
        database.exhibits.add(rows.exhibit),
        database.captures.add(rows.capture),
        database.artifacts.bulkPut([...files, rows.artifact]),
        rows.thumbnail && database.thumbnails.put(rows.thumbnail),
        rows.journal && database.journal.put(rows.journal),
        database.staged.where('captureId').equals(captureId).delete(),
      ]);
      await keepNamed(store, commit.request, named);
    },
  };
}

/** What was staged and is not in the record goes; what is in the record and was not staged stops the commit. */
async function keepNamed(
  { database }: LogStore,
  { captureId }: CommitRequest,
  named: ReadonlySet<Sha256>,
): Promise<void> {
  const keys = await database.artifacts.where('captureId').equals(captureId).primaryKeys();
  const kept = new Set(keys.map(([, digest]) => digest));
  const missing = [...named].find(digest => !kept.has(digest));
  if (missing !== undefined) throw new Fault('log.artifact.damaged', `${missing} was not staged`);
  const strange = keys.filter(([, digest]) => !named.has(digest));
  if (strange.length > 0) await database.artifacts.bulkDelete(strange);
}

async function rowsOf(store: LogStore, { request, number, record, recordBytes, recordSha256 }: Commit) {
  const { captureId, caseId, thumbnail } = request;
  const [summary, exhibit, bytes, small, journal] = await Promise.all([
    store.sealJson(contexts.capture(captureId), summaryOf(record)),
    store.sealJson(contexts.exhibit(caseId, number), { reference: record.reference }),
    store.sealBytes(contexts.artifact(captureId, recordSha256), recordBytes),
    thumbnail && store.sealBytes(contexts.thumbnail(captureId), thumbnail),
    endOfJournal(store, record),
  ]);
  const { capturedAt } = summaryOf(record);
  return {
    capture: { id: captureId, caseId, capturedAt, recordSha256, sealed: summary },
    exhibit: { caseId, number, captureId, sealed: exhibit },
    artifact: { captureId, sha256: recordSha256, bytes: new Blob([bytes]) },
    thumbnail: small && { captureId, sealed: small },
    journal,
  };
}

/** The journal's row as the commit leaves it, without the draft that the record replaces. */
async function endOfJournal(store: LogStore, record: CaptureRecord) {
  const { id: captureId, reference, outcome, steps } = record;
  const row = await store.database.journal.get(captureId);
  if (row === undefined) return undefined;
  const context = contexts.journal(captureId);
  const progress = await store.tryUnsealJson(captureProgressSchema, context, row.sealed);
  if (progress === undefined) return undefined;
  const { done: _done, total: _total, ...rest } = progress;
  const sealed = await store.sealJson(context, { ...rest, state: 'committed', reference, outcome, steps });
  return { captureId, startedAt: row.startedAt, finishedAt: store.now(), sealed };
}

function recordOf({ captureId, build }: CommitRequest, reference: ExhibitReference): CaptureRecord {
  const record = captureRecordSchema.parse(wellFormedValue(build(reference).record));
  if (record.id !== captureId || record.reference !== reference)
    throw new Error('a record of another capture');
  return record;
}

/** What a capture was given when it was committed before; a worker may die between the commit and its answer. */
async function committed(
  store: LogStore,
  { captureId }: CommitRequest,
): Promise<CommittedCapture | undefined> {
  const exhibit = await store.database.exhibits.where('captureId').equals(captureId).first();
  if (exhibit === undefined) return undefined;
  if (exhibit.erasedAt !== undefined) throw new Fault('log.exhibit.erased', captureId);
  const row = await store.database.captures.get(captureId);
  const reference = await referenceOf(store, exhibit);
  if (row === undefined || reference === undefined) throw new Fault('log.not-readable', captureId);
  return { reference, recordSha256: row.recordSha256 };
}

/** One more than the highest ever given: rows of erased exhibits stay. */
async function nextNumber(store: LogStore, caseId: CaseId): Promise<number> {
  return ((await exhibitsOf(store, caseId).last())?.number ?? 0) + 1;
}
