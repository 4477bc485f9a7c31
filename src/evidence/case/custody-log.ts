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
 * One act and its event. `write` receives the event's sequence number; it runs inside the transaction and may await
 * only the database, so seal before. An act is prepared and written again when another event came first.
 */
export interface Act {
  readonly entry: Omit<CustodyEntry, 'at'>;
  readonly tables: readonly Table[];
  /** The number that the act gives to an exhibit. */
  readonly number?: number;
  write(sequence: number): Promise<unknown>;
}

/** Another writer interferes only briefly; this many conflicts in a row are a defect. */
const mostAttempts = 50;

/**
 * Does one act and appends its event in one transaction: both or neither. `prepare` resolves to undefined when there is
 * nothing to do; then nothing is appended and undefined is returned. It receives the tip that its event will follow.
 * `known` is a tip read earlier; when the chain has grown since, everything is prepared again.
 */
export async function append(
  store: LogStore,
  caseId: CaseId,
  prepare: (attempt: number, tip: Promise<Tip>) => Promise<Act | undefined>,
  known?: Promise<Tip>,
): Promise<CustodyEvent | undefined> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    // The tip is read first, so that the transaction detects any later event.
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
 * Does one act that concerns several cases and appends an event to the chain of each, in one transaction: all or
 * nothing. `write` runs inside it and may await only the database.
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

/** The case's events in order. An event that does not open is left out, so its sequence number is missing. */
export async function list(store: LogStore, caseId: CaseId): Promise<readonly CustodyEvent[]> {
  const rows = await opened(store, await chainOf(store, caseId).toArray());
  return rows.flatMap(({ event }) => event ?? []);
}

/** The case's intact events, and the numbers of the others, from the rows and the high-water mark. */
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

/** What one transaction writes besides events. */
interface Shared {
  readonly tables: readonly Table[];
  write(): Promise<unknown>;
}

/** An event at the end of its chain, with the rows that store it. */
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

/** Returns false and writes nothing when one of the chains has grown since its tip was read. */
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
