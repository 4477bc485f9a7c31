import { z } from 'zod';
import { type CaseId, sha256Schema } from '../../model/identifiers.ts';
import { exhibitsOf } from '../captures/exhibit-list.ts';
import { headOf } from '../case/chain-rows.ts';
import { contexts } from './contexts.ts';
import type { CustodyRow, HighWaterRow } from './database.ts';
import type { LogStore } from './store.ts';

/**
 * How far a case has come: its last event and the highest number given. Sealed and written with every event, so that
 * rows removed from the database are noticed and their numbers are not given again.
 */
const highWaterSchema = z.object({
  sequence: z.int().positive(),
  digest: sha256Schema,
  number: z.int().nonnegative(),
});
type HighWater = z.infer<typeof highWaterSchema>;

/** Where a case's next event is linked, and the rows that must be unchanged when it is written. */
export interface Tip {
  /** The event to follow; undefined for the first of a case. */
  readonly last: Pick<HighWater, 'sequence' | 'digest'> | undefined;
  /** The highest number ever given in the case. */
  readonly number: number;
  readonly head: CustodyRow | undefined;
  readonly mark: HighWaterRow | undefined;
}

/**
 * Where a case's chain continues: after the event that its high-water mark names, even if that event's row is gone, so
 * that the gap stays visible. A mark older than the rows, as in an old copy of the database, counts only for its
 * number.
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

/** Whether the rows that a tip was read from are unchanged. Call it inside a transaction over both tables. */
export async function isStill(store: LogStore, caseId: CaseId, { head, mark }: Tip): Promise<boolean> {
  const [last, now] = await Promise.all([headOf(store, caseId), store.database.highWater.get(caseId)]);
  return last?.digest === head?.digest && isSame(now?.sealed, mark?.sealed);
}

/** The sealed mark after this event. */
export async function sealMark(store: LogStore, caseId: CaseId, mark: HighWater): Promise<HighWaterRow> {
  return { caseId, sealed: await store.sealJson(contexts.highWater(caseId), highWaterSchema.parse(mark)) };
}

/** The content of a mark; undefined when there is none that opens. */
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
