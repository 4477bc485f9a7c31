import type { Table } from 'dexie';
import { appendEvent } from '../custody/chain.ts';
import { type KeptChain, wholeEvents } from '../custody/whole-events.ts';
import { type CustodyEntry, type CustodyEvent, custodyEventSchema } from '../model/custody.ts';
import { Fault } from '../model/fault.ts';
import type { CaseId } from '../model/identifiers.ts';
import { chainOf } from './chain-rows.ts';
import { contexts } from './contexts.ts';
import type { CustodyRow } from './database.ts';
import { isStill, openMark, sealMark, type Tip, tipOf } from './high-water.ts';
import type { LogStore } from './store.ts';

/**
 * What is done and what the chain says of it. `write` gets its event's place in the chain; it runs inside the
 * transaction and may await the database alone: seal before. It may be prepared anew and written again when another event came first.
 */
export interface Act {
  readonly entry: Omit<CustodyEntry, 'at'>;
  readonly tables: readonly Table[];
  /** The number that an exhibit is given by it. */
  readonly number?: number;
  write(sequence: number): Promise<unknown>;
}

/** Another writer is in the way only for moments; this many in a row is a defect. */
const mostAttempts = 50;

/**
 * Does one act and appends its event, in one transaction: both or neither. `prepare` answers undefined when
 * there is nothing to do; then nothing is appended and undefined comes back. `known` is a tip that was read
 * before; when the chain has grown since, everything is prepared again.
 */
export async function append(
  store: LogStore,
  caseId: CaseId,
  prepare: (attempt: number) => Promise<Act | undefined>,
  known?: Promise<Tip>,
): Promise<CustodyEvent | undefined> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    // The tip is asked for first: whatever comes after it is noticed inside the transaction.
    const reading = attempt === 0 && known !== undefined ? known : tipOf(store, caseId);
    const [tip, act] = await Promise.all([reading, prepare(attempt)]);
    if (act === undefined) return undefined;
    const event = await appendEvent(tip.last, { at: store.now(), ...act.entry });
    if (await write(store, caseId, { tip, event, act })) return event;
  }
  throw new Fault('log.not-readable', 'the chain kept growing under another writer');
}

/** The case's events in their order. One that does not open is left out; its sequence number is then missing. */
export async function list(store: LogStore, caseId: CaseId): Promise<readonly CustodyEvent[]> {
  const rows = await opened(store, await chainOf(store, caseId).toArray());
  return rows.flatMap(({ event }) => event ?? []);
}

/** The case's events that are whole, and which others there were by the rows and by the high-water mark. */
export async function readChain(store: LogStore, caseId: CaseId): Promise<KeptChain> {
  const { custodyEvents, highWater } = store.database;
  const [rows, mark] = await store.database.transaction('r', [custodyEvents, highWater], () =>
    Promise.all([chainOf(store, caseId).toArray(), highWater.get(caseId)]),
  );
  return wholeEvents(await opened(store, rows), await openMark(store, mark));
}

function opened(store: LogStore, rows: readonly CustodyRow[]) {
  return Promise.all(
    rows.map(async ({ caseId, sequence, sealed }) => ({
      sequence,
      event: await store.tryUnsealJson(custodyEventSchema, contexts.custody(caseId, sequence), sealed),
    })),
  );
}

interface Link {
  readonly tip: Tip;
  readonly event: CustodyEvent;
  readonly act: Act;
}

/** False when the chain has grown since `tip` was read; then nothing is written. */
async function write(store: LogStore, caseId: CaseId, { tip, event, act }: Link): Promise<boolean> {
  const { sequence, digest } = event;
  const number = Math.max(tip.number, act.number ?? 0);
  const [sealed, mark] = await Promise.all([
    store.sealJson(contexts.custody(caseId, sequence), event),
    sealMark(store, caseId, { sequence, digest, number }),
  ]);
  const row: CustodyRow = { caseId, sequence, digest, sealed };
  const { custodyEvents, highWater } = store.database;
  return store.database.transaction('rw', [custodyEvents, highWater, ...act.tables], async () => {
    if (!(await isStill(store, caseId, tip))) return false;
    await Promise.all([custodyEvents.add(row), highWater.put(mark)]);
    await act.write(sequence);
    return true;
  });
}
