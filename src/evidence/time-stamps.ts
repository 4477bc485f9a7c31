import Dexie from 'dexie';
import { sha256 as digestOf } from '../crypto/digest.ts';
import { SealError } from '../crypto/sealing.ts';
import { type CaptureId, type CaseId, type Instant, sha256Schema, toInstant } from '../model/identifiers.ts';
import {
  type AuthorityRefusal,
  type CaptureTimeStamp,
  type StampFacts,
  stampFactsSchema,
  waitingStampSchema,
} from '../model/time-stamp.ts';
import { readAuthorities } from './authorities.ts';
import { actorOf } from './cases.ts';
import { contexts } from './contexts.ts';
import { type Act, append } from './custody-log.ts';
import type { ExhibitRow, TimeStampRow } from './database.ts';
import { exhibitOf, referenceOf } from './exhibit-list.ts';
import type { TimeStampFile, TimeStampFiles } from './reader.ts';
import type { LogStore } from './store.ts';
import type { DueTimeStamp, StampFiles } from './time-stamp-log.ts';
import { wellFormedValue } from './well-formed.ts';

/** How far the time-stamp of a record is; undefined when none was asked for, or its row does not open. */
export async function readTimeStamp(
  store: LogStore,
  captureId: CaptureId,
): Promise<CaptureTimeStamp | undefined> {
  const row = await store.database.timeStamps.get(captureId);
  if (row === undefined) return undefined;
  const context = contexts.timeStamp(captureId);
  if (row.dueAt === undefined) {
    const facts = await store.tryUnsealJson(stampFactsSchema, context, row.sealed);
    return facts && { state: 'stamped', ...facts };
  }
  const waiting = await store.tryUnsealJson(waitingStampSchema, context, row.sealed);
  return waiting && { state: 'waiting', nextAt: row.dueAt, ...waiting };
}

/** What stands beside a record for its time-stamp; undefined when there is none or a part of it does not open. */
export async function readTimeStampFiles(
  store: LogStore,
  captureId: CaptureId,
): Promise<TimeStampFiles | undefined> {
  const row = await store.database.timeStamps.get(captureId);
  if (row?.reply === undefined) return undefined;
  try {
    const reply = await fileOf(fileOfReply, store.unsealBytes(contexts.timeStampReply(captureId), row.reply));
    if (row.lists === undefined) return { reply };
    const lists = store.unsealBytes(contexts.timeStampLists(captureId), row.lists);
    return { reply, lists: await fileOf(fileOfLists, lists) };
  } catch (error) {
    if (error instanceof SealError) return undefined;
    throw error;
  }
}

async function fileOf(
  place: typeof fileOfReply | typeof fileOfLists,
  content: Promise<Uint8Array<ArrayBuffer>>,
): Promise<TimeStampFile> {
  const bytes = await content;
  const sha256 = sha256Schema.parse(await digestOf(bytes));
  return { bytes, artifact: { ...place, size: bytes.length, sha256 } };
}

/** Where they stand beside their record. */
const fileOfReply = {
  role: 'time-stamp',
  path: 'capture.tsr',
  mediaType: 'application/timestamp-reply',
} as const;
const fileOfLists = { role: 'time-stamp', path: 'capture.crl', mediaType: 'application/x-pem-file' } as const;

/** See {@link TimeStampLog.queueTimeStamps}. */
export async function queueTimeStamps(store: LogStore): Promise<void> {
  const { onSince, onAfter } = await readAuthorities(store);
  if (onSince === undefined) return;
  const { cases, captures, timeStamps } = store.database;
  const ids = await cases.toCollection().primaryKeys();
  const since = (caseId: (typeof ids)[number]) =>
    onAfter === undefined
      ? captures.where('[caseId+capturedAt]').between([caseId, onSince], [caseId, Dexie.maxKey]).primaryKeys()
      : numberedAfter(store, caseId, onAfter[caseId] ?? 0);
  const made = (await Promise.all(ids.map(since))).flat();
  const known = new Set(await timeStamps.toCollection().primaryKeys());
  for (const captureId of made.filter(each => !known.has(each))) {
    const at = store.now();
    const waiting = { waitingSince: at, attempts: 0, refusals: [] };
    const sealed = await store.sealJson(contexts.timeStamp(captureId), waiting);
    await store.database.transaction('rw', [captures, timeStamps], async () => {
      if ((await captures.get(captureId)) === undefined) return;
      if ((await timeStamps.get(captureId)) === undefined)
        await timeStamps.add({ captureId, dueAt: at, sealed });
    });
  }
}

/** The captures of a case whose exhibit numbers are above this one. */
async function numberedAfter(
  { database }: LogStore,
  caseId: CaseId,
  number: number,
): Promise<readonly CaptureId[]> {
  const { exhibits } = database;
  const above = await exhibits
    .where('[caseId+number]')
    .between([caseId, number], [caseId, Dexie.maxKey], false)
    .toArray();
  return above.flatMap(({ captureId, erasedAt }) => (erasedAt === undefined ? [captureId] : []));
}

/** Nothing is ever put off for longer: a moment beyond was set by a clock that has been set back since. */
const longestPauseMs = 60 * 60_000;

/** See {@link TimeStampLog.dueTimeStamps}. */
export async function dueTimeStamps(store: LogStore, at: Instant): Promise<readonly DueTimeStamp[]> {
  const { captures, timeStamps } = store.database;
  const beyond = toInstant(Date.parse(at) + longestPauseMs);
  const rows = await timeStamps.where('dueAt').belowOrEqual(at).or('dueAt').above(beyond).sortBy('dueAt');
  const due = rows.map(async ({ captureId }) => {
    const [capture, stamp] = await Promise.all([captures.get(captureId), readTimeStamp(store, captureId)]);
    if (capture === undefined) return [];
    const attempts = stamp?.state === 'waiting' ? stamp.attempts : 0;
    return [{ captureId, recordSha256: capture.recordSha256, attempts }];
  });
  return (await Promise.all(due)).flat();
}

/** See {@link TimeStampLog.nextTimeStampAt}. */
export async function nextTimeStampAt({ database }: LogStore): Promise<Instant | undefined> {
  return (await database.timeStamps.orderBy('dueAt').first())?.dueAt;
}

/** See {@link TimeStampLog.hastenTimeStamps}. */
export async function hastenTimeStamps({ database }: LogStore, at: Instant): Promise<void> {
  await database.timeStamps.where('dueAt').above(at).modify({ dueAt: at });
}

/** See {@link TimeStampLog.postponeTimeStamp}. */
export async function postponeTimeStamp(
  store: LogStore,
  captureId: CaptureId,
  { refusals, nextAt }: { readonly refusals: readonly AuthorityRefusal[]; readonly nextAt: Instant },
): Promise<void> {
  const stamp = await readTimeStamp(store, captureId);
  if (stamp?.state === 'stamped') return;
  const waiting = waitingStampSchema.parse(
    wellFormedValue({
      waitingSince: stamp?.waitingSince ?? store.now(),
      attempts: (stamp?.attempts ?? 0) + 1,
      refusals,
    }),
  );
  const sealed = await store.sealJson(contexts.timeStamp(captureId), waiting);
  const { timeStamps } = store.database;
  await store.database.transaction('rw', [timeStamps], async () => {
    if ((await timeStamps.get(captureId))?.dueAt !== undefined)
      await timeStamps.put({ captureId, dueAt: nextAt, sealed });
  });
}

/** See {@link TimeStampLog.keepTimeStamp}. */
export async function keepTimeStamp(
  store: LogStore,
  captureId: CaptureId,
  { files, facts: given }: { readonly files: StampFiles; readonly facts: StampFacts },
): Promise<void> {
  const facts = stampFactsSchema.parse(wellFormedValue(given));
  const exhibit = await exhibitOf(store, captureId);
  await append(store, exhibit.caseId, () => keeping(store, { exhibit, files, facts }));
}

interface Keeping {
  readonly exhibit: ExhibitRow;
  readonly files: StampFiles;
  readonly facts: StampFacts;
}

async function keeping(store: LogStore, { exhibit, files, facts }: Keeping): Promise<Act | undefined> {
  const { captureId, caseId } = exhibit;
  const { captures, timeStamps } = store.database;
  const capture = await captures.get(captureId);
  const before = await timeStamps.get(captureId);
  if (capture === undefined || before?.dueAt === undefined) return undefined;
  const { reply, lists } = files;
  const [reference, actor, replySha256, sealed, bytes] = await Promise.all([
    referenceOf(store, exhibit),
    actorOf(store, caseId),
    digestOf(reply),
    store.sealJson(contexts.timeStamp(captureId), facts),
    store.sealBytes(contexts.timeStampReply(captureId), reply),
  ]);
  const kept = lists && {
    lists: await store.sealBytes(contexts.timeStampLists(captureId), lists),
    sha256: await digestOf(lists),
  };
  const row: TimeStampRow = { captureId, sealed, reply: bytes, ...(kept && { lists: kept.lists }) };
  return {
    entry: {
      action: 'capture.stamped',
      actor,
      subject: { caseId, captureId, ...(reference === undefined ? {} : { reference }) },
      detail: {
        recordSha256: capture.recordSha256,
        replySha256,
        ...(kept && { listsSha256: kept.sha256 }),
        genTime: facts.genTime,
        authority: facts.authority ?? '',
        address: facts.address,
        secondsAfterCapture: secondsBetween(capture.capturedAt, facts.genTime),
        clockDifferenceSeconds: facts.clockDifference,
      },
    },
    tables: [timeStamps],
    write: () => timeStamps.put(row),
  };
}

function secondsBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}
