import { type Words, type WordsVersion, wordsSchema, wordsVersionSchema } from '../../model/case.ts';
import type { CustodyAction, CustodyDetail } from '../../model/custody.ts';
import type { CaptureId } from '../../model/identifiers.ts';
import { wellFormed, wellFormedValue } from '../../model/well-formed.ts';
import { actorOf } from '../case/cases.ts';
import { type Act, append } from '../case/custody-log.ts';
import { contexts } from '../store/contexts.ts';
import type { CaptureRow, ExhibitRow } from '../store/database.ts';
import type { LogStore } from '../store/store.ts';
import { exhibitOf, referenceOf } from './exhibit-list.ts';
import { readRecord, whyMissing } from './files.ts';
import { summaryOf, summarySchema, withWords } from './summary.ts';
import { digestWritten, isSameContent } from './written.ts';

/** Every version of the words that opens, oldest first. */
export async function readWords(store: LogStore, captureId: CaptureId): Promise<readonly WordsVersion[]> {
  const rows = await store.database.words.where('captureId').equals(captureId).sortBy('version');
  const versions = await Promise.all(
    rows.map(({ version, sealed }) =>
      store.tryUnsealJson(wordsVersionSchema, contexts.words(captureId, version), sealed),
    ),
  );
  return versions.filter(version => version !== undefined);
}

/** Adds a version of the words unless it equals the last one; returns the number of the last version. */
export async function describeExhibit(store: LogStore, captureId: CaptureId, said: Words): Promise<number> {
  const words = wordsSchema.parse(wellFormedValue(said));
  const digested = await digestWritten(store, words);
  const exhibit = await exhibitOf(store, captureId);
  let version = 0;
  await append(store, exhibit.caseId, async () => {
    const row = await captureOf(store, captureId);
    const past = await readWords(store, captureId);
    version = await lastVersion(store, captureId);
    const last = past.at(-1);
    if (last?.version === version && isSameContent(last.words, words)) return undefined;
    version += 1;
    return describing(store, exhibit, row, { version, writtenAt: store.now(), words, ...digested });
  });
  return version;
}

/** Appends an event that the exhibit was viewed. */
export async function viewedExhibit(store: LogStore, captureId: CaptureId): Promise<void> {
  const exhibit = await exhibitOf(store, captureId);
  await append(store, exhibit.caseId, async () => {
    await captureOf(store, captureId);
    return {
      entry: await entryOf(store, exhibit, 'exhibit.viewed', {}),
      tables: [],
      write: async () => undefined,
    };
  });
}

/** Erases everything an exhibit held and keeps its number. Works on damaged rows too. */
export async function eraseExhibit(store: LogStore, captureId: CaptureId, reason: string): Promise<void> {
  const exhibit = await exhibitOf(store, captureId);
  const { artifacts, thumbnails, words, captures, staged, journal, exhibits, workingCopies } = store.database;
  const { timeStamps, secondStamps } = store.database;
  const stamps = [timeStamps, secondStamps];
  await append(store, exhibit.caseId, async () => {
    if ((await exhibitOf(store, captureId)).erasedAt !== undefined) throw await whyMissing(store, captureId);
    const row = await captures.get(captureId);
    const detail = {
      ...(row === undefined ? {} : { recordSha256: row.recordSha256 }),
      reason: wellFormed(reason),
    };
    const erasedAt = store.now();
    return {
      entry: await entryOf(store, exhibit, 'exhibit.erased', detail),
      tables: [artifacts, thumbnails, words, captures, staged, journal, exhibits, ...stamps, workingCopies],
      write: async () => {
        for (const table of [artifacts, words, staged, workingCopies]) {
          await table.where('captureId').equals(captureId).delete();
        }
        await thumbnails.delete(captureId);
        await journal.delete(captureId);
        for (const table of stamps) await table.delete(captureId);
        await captures.delete(captureId);
        await exhibits.update([exhibit.caseId, exhibit.number], { erasedAt });
      },
    };
  });
}

async function describing(
  store: LogStore,
  exhibit: ExhibitRow,
  row: CaptureRow,
  version: WordsVersion,
): Promise<Act> {
  const { captureId } = exhibit;
  const { words, captures } = store.database;
  const context = contexts.capture(captureId);
  // Rebuilt from the record where the summary's own row does not open.
  const summary =
    (await store.tryUnsealJson(summarySchema, context, row.sealed)) ??
    summaryOf((await readRecord(store, captureId)).record);
  const listed = await store.sealJson(context, withWords(summary, version.words));
  const sealed = await store.sealJson(contexts.words(captureId, version.version), version);
  const detail = { version: version.version, sha256: version.sha256 };
  return {
    entry: await entryOf(store, exhibit, 'exhibit.described', detail),
    tables: [words, captures],
    write: async () => {
      await words.add({ captureId, version: version.version, sealed });
      await captures.update(captureId, { sealed: listed });
    },
  };
}

/** The custody entry for an act on one exhibit. */
export async function entryOf(
  store: LogStore,
  exhibit: ExhibitRow,
  action: CustodyAction,
  detail: CustodyDetail,
) {
  const { caseId, captureId } = exhibit;
  const reference = await referenceOf(store, exhibit);
  const subject = { caseId, captureId, ...(reference === undefined ? {} : { reference }) };
  return { action, actor: await actorOf(store, caseId), subject, detail };
}

async function captureOf(store: LogStore, captureId: CaptureId): Promise<CaptureRow> {
  const row = await store.database.captures.get(captureId);
  if (row === undefined) throw await whyMissing(store, captureId);
  return row;
}

/** By the rows' plain numbers, so that a version that does not open keeps its number. */
async function lastVersion({ database }: LogStore, captureId: CaptureId): Promise<number> {
  const rows = await database.words.where('captureId').equals(captureId).sortBy('version');
  return rows.at(-1)?.version ?? 0;
}
