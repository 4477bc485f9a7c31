import { z } from 'zod';
import { type CaseId, sha256Schema } from '../../model/identifiers.ts';
import { exhibitsOf } from '../captures/exhibit-list.ts';
import { headOf } from '../case/chain-rows.ts';
import { contexts } from './contexts.ts';
import type { CustodyRow, HighWaterRow } from './database.ts';
import type { LogStore } from './store.ts';

/**
 * How far a case has come: its last event and the highest number that it gave. Sealed, and written with every event,
 * so that rows which were taken out of the database are missed, and what they held is not given out again.
 */
const highWaterSchema = z.object({
  sequence: z.int().positive(),
  digest: sha256Schema,
  number: z.int().nonnegative(),
});
type HighWater = z.infer<typeof highWaterSchema>;

/** Where the next event of a case is linked, and what has to be there still when it is written. */
export interface Tip {
  /** The event to link behind; undefined for the first of a case. */
  readonly last: Pick<HighWater, 'sequence' | 'digest'> | undefined;
  /** The highest number that the case ever gave. */
  readonly number: number;
  readonly head: CustodyRow | undefined;
  readonly mark: HighWaterRow | undefined;
}

/**
 * Where a case's chain goes on: behind the event that its high-water mark names, though the event's row be gone, so
 * that the chain shows for ever that one is missing. A mark that lags behind the rows, as one of an older copy of the
 * database does, counts for its number alone.
 */
export async function tipOf(store: LogStore, caseId: CaseId): Promise<Tip> {
  const { custodyEvents, exhibits, highWater } = store.database;
  const [head, exhibit, mark] = await store.database.transaction(
    'r',
    [custodyEvents, exhibits, highWater],
    () => Promise.all([headOf(store, caseId), exhibitsOf(store, caseId).last(), highWater.get(caseId)]),
  );
  const known = await openMark(store, mark);
  const isAhead = known !== undefined && known.sequence >= (head?.sequence ?? 0);
  const last = isAhead ? { sequence: known.sequence, digest: known.digest } : head;
  return { last, number: Math.max(exhibit?.number ?? 0, known?.number ?? 0), head, mark };
}

/** Whether the rows that a tip was read from are there unchanged. Inside a transaction over both tables. */
export async function isStill(store: LogStore, caseId: CaseId, { head, mark }: Tip): Promise<boolean> {
  const [last, now] = await Promise.all([headOf(store, caseId), store.database.highWater.get(caseId)]);
  return last?.digest === head?.digest && isSame(now?.sealed, mark?.sealed);
}

/** The mark as it stands after this event. */
export async function sealMark(store: LogStore, caseId: CaseId, mark: HighWater): Promise<HighWaterRow> {
  return { caseId, sealed: await store.sealJson(contexts.highWater(caseId), highWaterSchema.parse(mark)) };
}

/** How far the case had come by its mark; undefined where there is none that opens. */
export async function openMark(
  store: LogStore,
  mark: HighWaterRow | undefined,
): Promise<HighWater | undefined> {
  return mark && store.tryUnsealJson(highWaterSchema, contexts.highWater(mark.caseId), mark.sealed);
}

function isSame(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
