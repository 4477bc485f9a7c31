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

/** Length in bytes of the pieces in which a received file is stored. */
export const receivedPartLength = 8_000_000;

/** A file being received, and its description once every piece has come. */
export interface Arriving {
  /** In bytes, to check for room before the first piece. */
  readonly size: number;
  /** Reads the `length` bytes from `offset`. */
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Called with every piece in order, before it is stored. */
  onPiece(piece: Uint8Array<ArrayBuffer>): void | Promise<void>;
  /** The file's description, requested once every piece is stored. */
  describe(): Promise<Omit<StagedBundle, 'id' | 'parts' | 'size'>>;
  readonly signal: AbortSignal;
  onProgress(done: number): void;
}

/**
 * Lets a page store the bytes of a file in the log as sealed rows that belong to nothing. They become part of a case
 * only when the background makes them a received bundle; until then they may be cleared whenever nobody receives.
 */
export interface Receiving {
  /**
   * Stores a file in pieces, then calls `keep` with its id, which has the background keep it. Deletes what was stored
   * when either fails. Rejects with Fault `receive.stopped`, `log.disk.full`, and whatever the file or `keep` throws.
   */
  receive(arriving: Arriving, keep: (id: ReceivedId) => Promise<void>): Promise<ReceivedId>;
}

/** For a page. Returns at once; the database is opened on first use. */
export function openReceiving(options: LogOptions): Receiving {
  return createReceiving(new LogStore(options));
}

/** The same over a given store. */
export function createReceiving(store: LogStore): Receiving {
  return {
    receive: (arriving, keep) => store.run(() => whileHeld(store, () => receive(store, arriving, keep))),
  };
}

/** Deletes what an interrupted receiving left behind, unless somebody is receiving now. */
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

/** Resolves to the number of pieces; an empty file has one empty piece. */
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

/** Keeps what the background has already made a received bundle: its answer may have been lost. */
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

/** Several may receive at once; while one does, {@link clearAbandoned} does nothing. */
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
