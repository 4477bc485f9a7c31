import { Fault } from '../../model/fault.ts';
import {
  type ReceivedId,
  receivedIdSchema,
  type StagedBundle,
  stagedBundleSchema,
} from '../../model/received.ts';
import { wellFormedValue } from '../../model/well-formed.ts';
import { contexts } from '../store/contexts.ts';
import { storable } from '../store/database.ts';
import { requireRoom } from '../store/room.ts';
import { type LogOptions, LogStore } from '../store/store.ts';
import { uuid } from '../store/uuid.ts';
import { clearStaged } from './received.ts';

/** A received file goes into the log in pieces of so many bytes, whatever its size. */
export const receivedPartLength = 8_000_000;

/** The bytes of a file as they come, and what is said of it once the last has come. */
export interface Arriving {
  /** In bytes, to see before the first one whether there is room. */
  readonly size: number;
  /** Answers the `length` bytes from `offset`. */
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Called with every piece in order before it is stored. */
  onPiece(piece: Uint8Array<ArrayBuffer>): void | Promise<void>;
  /** What is said of the file, asked once every piece was stored. */
  describe(): Promise<Omit<StagedBundle, 'id' | 'parts' | 'size'>>;
  readonly signal: AbortSignal;
  onProgress(done: number): void;
}

/**
 * The way by which a page brings the bytes of a file into the log: sealed rows that belong to nothing. Only when
 * the background makes them a received bundle are they part of a case; until then they can vanish at any time
 * that nobody receives.
 */
export interface Receiving {
  /**
   * Stores a file piece by piece, then calls `keep` with its id, which has the background take it. Whatever was
   * stored is gone again when either fails. Rejects with Fault `receive.stopped`, `log.disk.full`, what the file
   * throws, and what `keep` rejects with.
   */
  receive(arriving: Arriving, keep: (id: ReceivedId) => Promise<void>): Promise<ReceivedId>;
}

/** For a page. Comes back at once; the database is opened when first used. */
export function openReceiving(options: LogOptions): Receiving {
  return createReceiving(new LogStore(options));
}

/** The same over a store that is there already. */
export function createReceiving(store: LogStore): Receiving {
  return {
    receive: (arriving, keep) => store.run(() => whileHeld(store, () => receive(store, arriving, keep))),
  };
}

/** Removes what an earlier receiving left behind, unless somebody receives in this moment. */
export async function clearAbandoned(store: LogStore): Promise<void> {
  const { locks } = navigatorOf();
  if (locks === undefined) return store.run(() => clearStaged(store));
  await locks.request(lockOf(store), { ifAvailable: true }, lock =>
    lock === null ? undefined : store.run(() => clearStaged(store)),
  );
}

async function receive(
  store: LogStore,
  arriving: Arriving,
  keep: (id: ReceivedId) => Promise<void>,
): Promise<ReceivedId> {
  await requireRoom(arriving.size);
  const id = receivedIdSchema.parse(uuid(store.random));
  try {
    const parts = await storeParts(store, id, arriving);
    const said = wellFormedValue({ ...(await arriving.describe()), id, parts, size: arriving.size });
    const sealed = await store.sealJson(contexts.receivedStaged(id), stagedBundleSchema.parse(said));
    await store.database.receivedStaged.add({ id, sealed });
    stopIfAsked(arriving);
    await keep(id);
    return id;
  } catch (error) {
    await forget(store, id);
    throw error;
  }
}

/** Answers how many pieces there are: one of no bytes for an empty file. */
async function storeParts(store: LogStore, id: ReceivedId, arriving: Arriving): Promise<number> {
  const { size } = arriving;
  let index = 0;
  for (let offset = 0; offset < size || index === 0; offset += receivedPartLength) {
    stopIfAsked(arriving);
    const piece = await arriving.read(offset, Math.min(receivedPartLength, size - offset));
    await arriving.onPiece(piece);
    const sealed = await store.sealBytes(contexts.receivedPart(id, index), piece);
    await store.database.receivedParts.add({ receivedId: id, index, bytes: storable(sealed) });
    index += 1;
    arriving.onProgress(Math.min(offset + receivedPartLength, size));
  }
  return index;
}

/** What the background has taken in the meantime stays: its answer may have been lost on the way. */
async function forget({ database }: LogStore, id: ReceivedId): Promise<void> {
  const { received, receivedStaged, receivedParts } = database;
  await database.transaction('rw', [received, receivedStaged, receivedParts], async () => {
    if ((await received.get(id)) !== undefined) return;
    await receivedStaged.delete(id);
    await receivedParts.where('receivedId').equals(id).delete();
  });
}

function stopIfAsked({ signal }: Arriving): void {
  if (signal.aborted) throw new Fault('receive.stopped');
}

/** Many may receive at once; clearing waits until none does. */
async function whileHeld<T>(store: LogStore, work: () => Promise<T>): Promise<T> {
  const { locks } = navigatorOf();
  return locks === undefined ? work() : locks.request(lockOf(store), { mode: 'shared' }, work);
}

function lockOf({ database }: LogStore): string {
  return `${database.name}-receiving`;
}

function navigatorOf(): { readonly locks?: LockManager } {
  return 'navigator' in globalThis ? globalThis.navigator : {};
}
