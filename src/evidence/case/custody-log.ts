import type { Table } from 'dexie';
import { appendEvent } from '../../custody/chain.ts';
import { type KeptChain, wholeEvents } from '../../custody/whole-events.ts';
import { type CustodyEntry, type CustodyEvent, custodyEventSchema } from '../../model/custody.ts';
import { Fault } from '../../model/fault.ts';
import type { CaseId } from '../../model/identifiers.ts';
import { contexts } from '../store/contexts.ts';
import type { CustodyRow, HighWaterRow } from '../store/database.ts';
import { isStill, openMark, sealMark, type Tip, tipOf } from '../store/high-water.ts';
import type { LogStore } from '../store/store.ts';
import { chainOf } from './chain-rows.ts';

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
 * there is nothing to do; then nothing is appended and undefined comes back. It gets the tip that its event will be linked
 * behind. `known` is a tip that was read before; when the chain has grown since, everything is prepared again.
 */
export async function append(
  store: LogStore,
  caseId: CaseId,
  prepare: (attempt: number, tip: Promise<Tip>) => Promise<Act | undefined>,
  known?: Promise<Tip>,
): Promise<CustodyEvent | undefined> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    // The tip is asked for first: whatever comes after it is noticed inside the transaction.
    const reading = attempt === 0 && known !== undefined ? known : tipOf(store, caseId);
    const [tip, act] = await Promise.all([reading, prepare(attempt, reading)]);
    if (act === undefined) return undefined;
    const link = await linkTo(store, caseId, { tip, act });
    const write = () => act.write(link.event.sequence);
    if (await commit(store, [link], { tables: act.tables, write })) return link.event;
  }
  throw grownAlways();
}

/**
 * Does one act that concerns several cases, and appends an event to the chain of each, in one transaction: all or
 * nothing. `write` runs inside it and may await the database alone.
 */
export async function appendToEach(
  store: LogStore,
  caseIds: readonly CaseId[],
  { entryOf, ...act }: Shared & { entryOf(caseId: CaseId): Promise<Act['entry']> },
): Promise<void> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const links = caseIds.map(async caseId => {
      const tip = await tipOf(store, caseId);
      return linkTo(store, caseId, { tip, act: { entry: await entryOf(caseId) } });
    });
    if (await commit(store, await Promise.all(links), act)) return;
  }
  throw grownAlways();
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

/** What one transaction writes beside events. */
interface Shared {
  readonly tables: readonly Table[];
  write(): Promise<unknown>;
}

/** An event at the end of its chain, with the rows that it comes in. */
interface Link {
  readonly caseId: CaseId;
  readonly tip: Tip;
  readonly event: CustodyEvent;
  readonly row: CustodyRow;
  readonly mark: HighWaterRow;
}

async function linkTo(
  store: LogStore,
  caseId: CaseId,
  { tip, act }: { readonly tip: Tip; readonly act: Pick<Act, 'entry' | 'number'> },
): Promise<Link> {
  const event = await appendEvent(tip.last, { at: store.now(), ...act.entry });
  const { sequence, digest } = event;
  const [sealed, mark] = await Promise.all([
    store.sealJson(contexts.custody(caseId, sequence), event),
    sealMark(store, caseId, { sequence, digest, number: Math.max(tip.number, act.number ?? 0) }),
  ]);
  return { caseId, tip, event, row: { caseId, sequence, digest, sealed }, mark };
}

/** False when one of the chains has grown since its tip was read; then nothing is written. */
async function commit(store: LogStore, links: readonly Link[], act: Shared): Promise<boolean> {
  const { custodyEvents, highWater } = store.database;
  return store.database.transaction('rw', [custodyEvents, highWater, ...act.tables], async () => {
    const still = await Promise.all(links.map(({ caseId, tip }) => isStill(store, caseId, tip)));
    if (still.includes(false)) return false;
    await Promise.all(links.flatMap(({ row, mark }) => [custodyEvents.add(row), highWater.put(mark)]));
    await act.write();
    return true;
  });
}

function grownAlways(): Fault {
  return new Fault('log.not-readable', 'the chain kept growing under another writer');
}
