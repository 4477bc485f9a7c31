import { createHash } from 'node:crypto';
import type { Log } from '../../src/evidence/open-log.ts';
import type { ExhibitSummary, LogReader } from '../../src/evidence/reader.ts';
import type { CaptureId, CaseId } from '../../src/model/identifiers.ts';
import type { NoteHistory } from '../../src/model/note.ts';

/** Readers of earlier versions lack what was not there to be read, and one of them had another name. */
type ReaderThen = Pick<LogReader, 'listCases' | 'listExhibits' | 'openSigner'> &
  Partial<LogReader> & {
    readTimeStampFile?(captureId: CaptureId): Promise<{ readonly bytes: Uint8Array } | undefined>;
  };

/** One exhibit as {@link readAll} tells it. Files, thumbnail and replies are given as their digests. */
export interface ExhibitTold {
  readonly captureId: CaptureId;
  readonly number: number;
  readonly state: ExhibitSummary['state'];
  readonly reference: string | undefined;
  readonly [more: string]: unknown;
}

/** All that a log holds, in plain JSON. */
export interface LogTold {
  readonly cases: readonly {
    readonly id: CaseId;
    readonly exhibits: readonly ExhibitTold[];
    readonly events: readonly string[];
    readonly notes?: readonly NoteHistory[];
    readonly [more: string]: unknown;
  }[];
  readonly [more: string]: unknown;
}

/**
 * Tells all that a log holds as the code beside this file reads it: the code of an earlier version when a fixture is
 * made, today's when it is tested. What a version knows nothing of is left out.
 */
export async function readAll({ reader: today, writer }: Log): Promise<LogTold> {
  const reader: ReaderThen = today;
  const { fingerprint } = await reader.openSigner();
  const keys = await reader.readKeys?.();
  const cases = await reader.listCases();
  return plain({
    currentCase: await reader.currentCaseId?.(),
    reporter: await reader.readReporter?.(),
    authorities: await reader.readAuthorities?.(),
    signer: fingerprint,
    retired: keys?.retired.map(key => key.fingerprint),
    newest: await reader.readProgress?.(),
    interrupted: await writer.interrupted(),
    cases: await Promise.all(cases.map(each => caseOf(reader, each.id))),
  });
}

async function caseOf(reader: ReaderThen, id: CaseId) {
  const exhibits = await reader.listExhibits(id, { order: 'oldest' });
  const events = await reader.readCustody?.(id);
  return {
    id,
    described: await reader.readCase?.(id),
    exhibits: await Promise.all(exhibits.map(each => exhibitOf(reader, each))),
    events: events?.map(event => event.digest) ?? [],
    notes: await notesOf(reader, id),
    received: await receivedOf(reader, id),
  };
}

async function exhibitOf(reader: ReaderThen, summary: ExhibitSummary): Promise<ExhibitTold> {
  const { captureId, number, state, reference } = summary;
  if (summary.state !== 'kept') return { captureId, number, state, reference };
  const read = await reader.readRecord?.(captureId);
  const files = read?.record.artifacts.map(async ({ path, sha256 }) => {
    const bytes = await reader.readArtifact?.(captureId, sha256);
    return { path, sha256: bytes && digestOf(bytes) };
  });
  const thumbnail = await reader.readThumbnail?.(captureId);
  return {
    ...summary,
    recordSha256: read && digestOf(read.recordBytes),
    files: await Promise.all(files ?? []),
    thumbnail: thumbnail && digestOf(new Uint8Array(await thumbnail.arrayBuffer())),
    words: await reader.readWords?.(captureId),
    stamp: await stampOf(reader, captureId),
    copies: await copiesOf(reader, captureId),
  };
}

async function stampOf(reader: ReaderThen, captureId: CaptureId) {
  const facts = await reader.readTimeStamp?.(captureId);
  if (facts === undefined) return undefined;
  const files = await reader.readTimeStampFiles?.(captureId);
  const reply = files?.reply ?? (await reader.readTimeStampFile?.(captureId));
  return {
    ...facts,
    reply: reply && digestOf(reply.bytes),
    lists: files?.lists && digestOf(files.lists.bytes),
  };
}

async function copiesOf(reader: ReaderThen, captureId: CaptureId) {
  const copies = await reader.listWorkingCopies?.(captureId);
  if (copies === undefined) return undefined;
  return Promise.all(
    copies.map(async copy => {
      const bytes = await reader.readWorkingCopy?.(captureId, copy.id);
      return { ...copy, bytes: bytes && digestOf(bytes) };
    }),
  );
}

/** By their ids: the first version that had notes could not read those of every kind in one list. */
async function notesOf(reader: ReaderThen, id: CaseId): Promise<readonly NoteHistory[] | undefined> {
  if (reader.readNotes === undefined) return undefined;
  const kinds = ['person', 'attribution', 'track'] as const;
  const some = kinds.map(kind => reader.readNotes?.(id, kind) ?? []);
  const all = (await reader.readAllNotes?.(id)) ?? (await Promise.all(some)).flat();
  return all.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

async function receivedOf(reader: ReaderThen, id: CaseId) {
  const kept = await reader.listReceived?.(id);
  if (kept === undefined) return undefined;
  return Promise.all(
    kept.map(async bundle => {
      const hash = createHash('sha256');
      for (let index = 0; index < bundle.parts; index += 1)
        hash.update((await reader.readReceivedPart?.(bundle.id, index)) ?? '');
      return { ...bundle, bytes: hash.digest('hex') };
    }),
  );
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** As it comes back out of a file. */
function plain(told: object): LogTold {
  return JSON.parse(JSON.stringify(told));
}
