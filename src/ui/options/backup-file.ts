import { Fault } from '../../model/fault.ts';

const folderName = 'backup';

/** A backup being written to the browser's private file system, so that memory holds only a piece of it. */
export interface BackupFile {
  /** Throws Fault `backup.disk.full` when there is no room. */
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Closes the file and returns it for saving. */
  finish(): Promise<Blob>;
  /** Closes and removes the file. Never rejects. */
  discard(): Promise<void>;
}

/** Creates an empty file, and removes those of earlier backups. */
export async function createBackupFile(): Promise<BackupFile> {
  await clearBackups();
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(folderName, { create: true });
  const handle = await folder.getFileHandle(crypto.randomUUID(), { create: true });
  const stream = await handle.createWritable();
  return {
    write: bytes => fullAsFault(() => stream.write(bytes)),
    finish: () =>
      fullAsFault(async () => {
        await stream.close();
        return await handle.getFile();
      }),
    async discard() {
      await stream.abort().catch(() => undefined);
      await clearBackups();
    },
  };
}

/** Removes the files of backups. Does nothing where the browser has no private file system. */
export async function clearBackups(): Promise<void> {
  try {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry(folderName, { recursive: true });
  } catch {
    // Nothing was left, or a private window has no file system.
  }
}

/** A file name that does not mention Holdfast: `backup-2026-01-02.dat`. */
export function backupName(at: Date): string {
  return `backup-${at.toISOString().slice(0, 10)}.dat`;
}

async function fullAsFault<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
    throw isFull ? new Fault('backup.disk.full', String(error), { cause: error }) : error;
  }
}
