import { Fault } from '../../model/fault.ts';

const folderName = 'export';

/** The part of FileSystemSyncAccessHandle that is used; only workers know it (https://fs.spec.whatwg.org/). */
interface SyncAccess {
  truncate(size: number): void;
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

/** Starts an empty file of this name; in a dedicated worker only. */
export async function openForWriting(name: string): Promise<OpenFile> {
  const folder = await openFolder();
  const handle = await folder.getFileHandle(name, { create: true });
  if (!isSyncHandle(handle)) throw new Error('not in a worker');
  const access = await handle.createSyncAccessHandle();
  access.truncate(0);
  let at = 0;
  return {
    write(chunk) {
      at += writeWhole(access, chunk, at);
    },
    close: () => access.close(),
  };
}

/** Does nothing when there is no such file. */
export async function removeVolume(name: string): Promise<void> {
  const folder = await openFolder();
  await folder.removeEntry(name).catch(() => undefined);
}

/** The finished file of this name, to be offered for saving. Throws when there is none. */
export async function openVolume(name: string): Promise<File> {
  const handle = await (await openFolder()).getFileHandle(name);
  return handle.getFile();
}

/** Removes everything that earlier exports left behind. Does nothing where the browser keeps no such files. */
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
