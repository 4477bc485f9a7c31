import Dexie from 'dexie';
import { sha256 as digestOf } from '../../crypto/digest.ts';
import { SealError } from '../../crypto/sealing.ts';
import {
  type CaptureId,
  type CaseId,
  type Instant,
  sha256Schema,
  toInstant,
} from '../../model/identifiers.ts';
import {
  type Anchor,
  anchors,
  type CaptureTimeStamp,
  stampFactsSchema,
  stampFileNames,
  waitingStampSchema,
} from '../../model/time-stamp.ts';
import { wellFormedValue } from '../../model/well-formed.ts';
import { exhibitOf, referenceOf } from '../captures/exhibit-list.ts';
import { actorOf } from '../case/cases.ts';
import { type Act, append } from '../case/custody-log.ts';
import type { TimeStampFile, TimeStampFiles } from '../reader.ts';
import { contexts, stampTables } from '../store/contexts.ts';
import type { ExhibitRow, TimeStampRow } from '../store/database.ts';
import type { LogStore } from '../store/store.ts';
import { readAuthorities } from './authorities.ts';
import type { DueTimeStamp, KeptStamp, PostponedStamp } from './time-stamp-log.ts';

/** The table of first or second time-stamps. */
function stampsOf({ database }: LogStore, anchor: Anchor) {
  return database[stampTables[anchor]];
}

/** The state of a record's time-stamp; undefined when none was requested or its row does not open. */
export async function readTimeStamp(
  store: LogStore,
  captureId: CaptureId,
  anchor: Anchor,
): Promise<CaptureTimeStamp | undefined> {
  const row = await stampsOf(store, anchor).get(captureId);
  if (row === undefined) return undefined;
  const context = contexts.timeStamp(captureId, anchor);
  if (row.dueAt === undefined) {
    const facts = await store.tryUnsealJson(stampFactsSchema, context, row.sealed);
    return facts && { state: 'stamped', ...facts };
  }
  const waiting = await store.tryUnsealJson(waitingStampSchema, context, row.sealed);
  return waiting && { state: 'waiting', nextAt: row.dueAt, ...waiting };
}

/** The files of one of a record's time-stamps; undefined when there is none or a part does not open. */
export async function readTimeStampFiles(
  store: LogStore,
  captureId: CaptureId,
  anchor: Anchor,
): Promise<TimeStampFiles | undefined> {
  const row = await stampsOf(store, anchor).get(captureId);
  if (row?.reply === undefined) return undefined;
  const names = stampFileNames[anchor];
  try {
    const bytes = store.unsealBytes(contexts.timeStampReply(captureId, anchor), row.reply);
    const reply = await fileOf({ path: names.reply, mediaType: 'application/timestamp-reply' }, bytes);
    if (row.lists === undefined) return { reply };
    const lists = store.unsealBytes(contexts.timeStampLists(captureId, anchor), row.lists);
    return { reply, lists: await fileOf({ path: names.lists, mediaType: 'application/x-pem-file' }, lists) };
  } catch (error) {
    if (error instanceof SealError) return undefined;
    throw error;
  }
}

async function fileOf(
  place: { readonly path: string; readonly mediaType: string },
  content: Promise<Uint8Array<ArrayBuffer>>,
): Promise<TimeStampFile> {
  const bytes = await content;
  const sha256 = sha256Schema.parse(await digestOf(bytes));
  return { bytes, artifact: { role: 'time-stamp', ...place, size: bytes.length, sha256 } };
}

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
    const row = await waitingRow(store, captureId, 1);
    await store.database.transaction('rw', [captures, timeStamps], async () => {
      if ((await captures.get(captureId)) === undefined) return;
      if ((await timeStamps.get(captureId)) === undefined) await timeStamps.add(row);
    });
  }
}

/** A row for a record that waits from now on. */
async function waitingRow(store: LogStore, captureId: CaptureId, anchor: Anchor): Promise<TimeStampRow> {
  const dueAt = store.now();
  const waiting = { waitingSince: dueAt, attempts: 0, refusals: [] };
  return { captureId, dueAt, sealed: await store.sealJson(contexts.timeStamp(captureId, anchor), waiting) };
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

/** The longest postponement: a later due time was set by a clock that has been set back since. */
const longestPauseMs = 60 * 60_000;

/** See {@link TimeStampLog.dueTimeStamps}. */
export async function dueTimeStamps(
  store: LogStore,
  at: Instant,
  anchor: Anchor,
): Promise<readonly DueTimeStamp[]> {
  const beyond = toInstant(Date.parse(at) + longestPauseMs);
  const waiting = stampsOf(store, anchor).where('dueAt').belowOrEqual(at).or('dueAt').above(beyond);
  const rows = await waiting.sortBy('dueAt');
  const due = rows.map(async ({ captureId }): Promise<readonly DueTimeStamp[]> => {
    const [capture, stamp, first] = await Promise.all([
      store.database.captures.get(captureId),
      readTimeStamp(store, captureId, anchor),
      anchor === 2 ? firstOf(store, captureId) : undefined,
    ]);
    if (capture === undefined) return [];
    const attempts = stamp?.state === 'waiting' ? stamp.attempts : 0;
    return [{ captureId, recordSha256: capture.recordSha256, attempts, ...(first && { first }) }];
  });
  return (await Promise.all(due)).flat();
}

async function firstOf(store: LogStore, captureId: CaptureId): Promise<DueTimeStamp['first']> {
  const [stamp, files] = await Promise.all([
    readTimeStamp(store, captureId, 1),
    readTimeStampFiles(store, captureId, 1),
  ]);
  if (stamp?.state !== 'stamped' || files === undefined) return undefined;
  return { address: stamp.address, reply: files.reply.bytes };
}

/** See {@link TimeStampLog.nextTimeStampAt}. */
export async function nextTimeStampAt(store: LogStore, anchor: Anchor): Promise<Instant | undefined> {
  return (await stampsOf(store, anchor).orderBy('dueAt').first())?.dueAt;
}

/** See {@link TimeStampLog.hastenTimeStamps}. */
export async function hastenTimeStamps(store: LogStore, at: Instant): Promise<void> {
  for (const anchor of anchors) await stampsOf(store, anchor).where('dueAt').above(at).modify({ dueAt: at });
}

/** See {@link TimeStampLog.postponeTimeStamp}. */
export async function postponeTimeStamp(
  store: LogStore,
  captureId: CaptureId,
  { refusals, nextAt, anchor }: PostponedStamp,
): Promise<void> {
  const stamp = await readTimeStamp(store, captureId, anchor);
  if (stamp?.state === 'stamped') return;
  const waiting = waitingStampSchema.parse(
    wellFormedValue({
      waitingSince: stamp?.waitingSince ?? store.now(),
      attempts: (stamp?.attempts ?? 0) + 1,
      refusals,
    }),
  );
  const sealed = await store.sealJson(contexts.timeStamp(captureId, anchor), waiting);
  const stamps = stampsOf(store, anchor);
  await store.database.transaction('rw', [stamps], async () => {
    if ((await stamps.get(captureId))?.dueAt !== undefined)
      await stamps.put({ captureId, dueAt: nextAt, sealed });
  });
}

/** See {@link TimeStampLog.keepTimeStamp}. */
export async function keepTimeStamp(store: LogStore, captureId: CaptureId, stamp: KeptStamp): Promise<void> {
  const facts = stampFactsSchema.parse(wellFormedValue(stamp.facts));
  const exhibit = await exhibitOf(store, captureId);
  await append(store, exhibit.caseId, () => keeping(store, exhibit, { ...stamp, facts }));
}

async function keeping(
  store: LogStore,
  exhibit: ExhibitRow,
  { files, facts, anchor, awaitsSecond = false }: KeptStamp,
): Promise<Act | undefined> {
  const { captureId, caseId } = exhibit;
  const { captures, secondStamps } = store.database;
  const stamps = stampsOf(store, anchor);
  const capture = await captures.get(captureId);
  const before = await stamps.get(captureId);
  if (capture === undefined || before?.dueAt === undefined) return undefined;
  const { reply, lists } = files;
  const second = anchor === 1 && awaitsSecond ? await waitingRow(store, captureId, 2) : undefined;
  const [reference, actor, replySha256, sealed, bytes] = await Promise.all([
    referenceOf(store, exhibit),
    actorOf(store, caseId),
    digestOf(reply),
    store.sealJson(contexts.timeStamp(captureId, anchor), facts),
    store.sealBytes(contexts.timeStampReply(captureId, anchor), reply),
  ]);
  const kept = lists && {
    lists: await store.sealBytes(contexts.timeStampLists(captureId, anchor), lists),
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
        ...(anchor === 2 && { timeStampNumber: anchor }),
      },
    },
    tables: [stamps, secondStamps],
    async write() {
      await stamps.put(row);
      if (second !== undefined) await secondStamps.put(second);
    },
  };
}

function secondsBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}
