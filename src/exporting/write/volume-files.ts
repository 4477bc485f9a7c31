import { assertWithin, type BundleSource } from '../../bundle/zip/source.ts';
import { Fault } from '../../model/fault.ts';

const folderName = 'export';

/** The part of FileSystemSyncAccessHandle used here; it exists only in workers (https://fs.spec.whatwg.org/). */
interface SyncAccess {
  truncate(size: number): void;
  getSize(): number;
  read(room: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  write(chunk: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  close(): void;
}

interface SyncHandle {
  createSyncAccessHandle(): Promise<SyncAccess>;
}

/** A file of the browser's private file system, open for writing from its start. */
export interface OpenFile {
  /** Throws Fault `export.disk.full` when there is no room. */
  write(chunk: Uint8Array<ArrayBuffer>): void;
  close(): void;
}

/** Creates an empty file of this name. Only in a dedicated worker. */
export async function openForWriting(name: string): Promise<OpenFile> {
  const access = await openAccess(name, { create: true });
  access.truncate(0);
  let at = 0;
  return {
    write(chunk) {
      at += writeWhole(access, chunk, at);
    },
    close: () => access.close(),
  };
}

/** A finished file, open for reading. Nothing else can open it for writing until it is closed. */
export interface ReadableVolume {
  readonly source: BundleSource;
  close(): void;
}

/**
 * Opens the finished file of this name for reading straight into the reader's own memory; slices of a File take many
 * times longer. Only in a dedicated worker. Throws when there is no such file.
 */
export async function openForReading(name: string): Promise<ReadableVolume> {
  const access = await openAccess(name, { create: false });
  const size = access.getSize();
  return {
    source: {
      name,
      size,
      async read(offset, length, room) {
        assertWithin(size, offset, length);
        await othersTurn();
        const bytes =
          room !== undefined && room.length >= length ? room.subarray(0, length) : new Uint8Array(length);
        if (access.read(bytes, { at: offset }) !== length) throw new RangeError('the file was cut short');
        return bytes;
      },
    },
    close: () => access.close(),
  };
}

/** Lets the worker handle waiting messages: reading is synchronous, and nobody could stop it otherwise. */
function othersTurn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise(resolve => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

async function openAccess(name: string, options: { readonly create: boolean }): Promise<SyncAccess> {
  const handle = await (await openFolder()).getFileHandle(name, options);
  if (!isSyncHandle(handle)) throw new Error('not in a worker');
  return handle.createSyncAccessHandle();
}

/** Removes a volume. Does nothing when there is no such file. */
export async function removeVolume(name: string): Promise<void> {
  const folder = await openFolder();
  await folder.removeEntry(name).catch(() => undefined);
}

/** The finished file of this name, for saving. Throws when there is none. */
export async function openVolume(name: string): Promise<File> {
  const handle = await (await openFolder()).getFileHandle(name);
  return handle.getFile();
}

/** Removes all files of earlier exports. Does nothing where the browser has no private file system. */
export async function clearVolumes(): Promise<void> {
  try {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry(folderName, { recursive: true });
  } catch {
    // Nothing was left, or a private window has no file system.
  }
}

async function openFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(folderName, { create: true });
}

function isSyncHandle(handle: object): handle is SyncHandle {
  return 'createSyncAccessHandle' in handle;
}

function writeWhole(access: SyncAccess, chunk: Uint8Array<ArrayBuffer>, at: number): number {
  let written: number;
  try {
    written = access.write(chunk, { at });
  } catch (error) {
    throw isQuota(error) ? new Fault('export.disk.full', 'no room for the file', { cause: error }) : error;
  }
  if (written !== chunk.length) throw new Fault('export.disk.full', 'the file was cut short');
  return written;
}

function isQuota(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
