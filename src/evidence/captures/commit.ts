import { canonicalBytes } from '../../crypto/canonical-json.ts';
import { sha256 } from '../../crypto/digest.ts';
import { type CaptureRecord, captureRecordSchema } from '../../model/capture.ts';
import { type ExhibitReference, exhibitReference } from '../../model/exhibit.ts';
import { Fault } from '../../model/fault.ts';
import { type CaseId, type Sha256, sha256Schema } from '../../model/identifiers.ts';
import { captureProgressSchema } from '../../model/journal.ts';
import { wellFormedValue } from '../../model/well-formed.ts';
import { actorOf, readCase } from '../case/cases.ts';
import { type Act, append } from '../case/custody-log.ts';
import { contexts } from '../store/contexts.ts';
import { type JournalRow, storable } from '../store/database.ts';
import { type Tip, tipOf } from '../store/high-water.ts';
import type { LogStore } from '../store/store.ts';
import type { CommitRequest, CommittedCapture } from '../writer.ts';
import { referenceOf } from './exhibit-list.ts';
import { putEnd } from './journal.ts';
import type { Arriving, Staging } from './staging.ts';
import { summaryOf } from './summary.ts';

/** Makes a capture an exhibit, in one transaction; see {@link LogWriter.commitCapture}. */
export async function commitCapture(
  store: LogStore,
  staging: Staging,
  request: CommitRequest,
  ahead?: Promise<CommitBasis>,
): Promise<CommittedCapture> {
  // The commit itself writes files that still wait, which saves one wait for the disk.
  const arriving = staging.take(request.captureId);
  try {
    const result = await commitWith(store, request, { arriving, written: staging.written(), ahead });
    for (const each of arriving) each.resolve();
    return result;
  } catch (error) {
    staging.giveBack(arriving);
    throw error;
  }
}

/** Files for the commit to write, and when those written elsewhere are complete. */
interface Files {
  readonly arriving: readonly Arriving[];
  readonly written: Promise<void>;
  readonly ahead: Promise<CommitBasis> | undefined;
}

/** The case's state that a commit needs, valid while the tip is: every number is given with an event. */
export interface CommitBasis {
  readonly tip: Tip;
  readonly initials: string;
  readonly number: number;
}

/**
 * Reads what a commit will need. The commit detects later changes and reads again. Throws for a capture that is already
 * an exhibit.
 */
export async function readCommitBasis(
  store: LogStore,
  { captureId, caseId }: Pick<CommitRequest, 'captureId' | 'caseId'>,
  reading = tipOf(store, caseId),
): Promise<CommitBasis> {
  const tip = await reading;
  const [{ producer }, known] = await Promise.all([
    readCase(store, caseId),
    store.database.exhibits.where('captureId').equals(captureId).count(),
  ]);
  if (known > 0) throw new Error('a capture that was committed before');
  // One more than the highest ever given, even where rows are missing.
  return { tip, initials: producer.initials, number: tip.number + 1 };
}

async function commitWith(store: LogStore, request: CommitRequest, files: Files): Promise<CommittedCapture> {
  const ahead = await files.ahead?.catch(() => undefined);
  const known = ahead === undefined ? await committed(store, request) : undefined;
  if (known !== undefined) return known;
  let result: CommittedCapture | undefined;
  await append(
    store,
    request.caseId,
    async (attempt, tip) => {
      const first = attempt === 0 ? ahead : undefined;
      result = first === undefined ? await committed(store, request) : undefined;
      if (result !== undefined) return undefined;
      const { initials, number, ...at } = first ?? (await readCommitBasis(store, request, tip));
      const record = recordOf(request, exhibitReference(initials, number), at.tip);
      const recordBytes = canonicalBytes(record);
      const recordSha256 = sha256Schema.parse(await sha256(recordBytes));
      await files.written;
      result = { reference: record.reference, recordSha256 };
      const { arriving } = files;
      return committing(store, { request, number, record, recordBytes, recordSha256, arriving });
    },
    ahead && Promise.resolve(ahead.tip),
  );
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
    number: commit.number,
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
        putEnd(store, rows.journal),
        database.staged.where('captureId').equals(captureId).delete(),
      ]);
      await keepNamed(store, commit.request, named);
    },
  };
}

/** Deletes staged files that the record does not name. Throws when the record names a file that was not staged. */
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
    endOfJournal(store, caseId, record),
  ]);
  const { capturedAt } = summaryOf(record);
  return {
    capture: { id: captureId, caseId, capturedAt, recordSha256, sealed: summary },
    exhibit: { caseId, number, captureId, sealed: exhibit },
    artifact: { captureId, sha256: recordSha256, bytes: storable(bytes) },
    thumbnail: small && { captureId, sealed: small },
    journal,
  };
}

/** The journal's row after the commit, without the draft that the record replaces. */
async function endOfJournal(store: LogStore, caseId: CaseId, record: CaptureRecord): Promise<JournalRow> {
  const { id: captureId, startedAt, scope, reference, outcome, steps, checks } = record;
  const end = { captureId, caseId, scope, startedAt, state: 'committed', step: 'commit' } as const;
  const endedAt = store.now();
  const sealed = await store.sealJson(
    contexts.journal(captureId),
    captureProgressSchema.parse({ ...end, endedAt, reference, outcome, steps, checks }),
  );
  return { captureId, startedAt, finishedAt: endedAt, sealed };
}

/** The final record, which names the event before its own. */
function recordOf(
  { captureId, build }: CommitRequest,
  reference: ExhibitReference,
  { last }: Tip,
): CaptureRecord {
  const previousEvent = last && { sequence: last.sequence, digest: last.digest };
  const record = captureRecordSchema.parse(
    wellFormedValue({ ...build(reference).record, ...(previousEvent && { previousEvent }) }),
  );
  if (record.id !== captureId || record.reference !== reference)
    throw new Error('a record of another capture');
  return record;
}

/** The result of an earlier commit of this capture, because a worker may die between the commit and its answer. */
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
