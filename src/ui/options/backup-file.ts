import { Fault } from '../../model/fault.ts';

const folderName = 'backup';

/** A backup while it is written into the browser's private file system, so that memory holds one piece of it. */
export interface BackupFile {
  /** Throws Fault `backup.disk.full` when there is no room. */
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Closes the file and answers it, to be saved. */
  finish(): Promise<Blob>;
  /** Closes and removes it. Never rejects. */
  discard(): Promise<void>;
}

/** Starts an empty file, in place of one that an earlier backup left. */
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

/** Removes what backups left here. Does nothing where the browser keeps no such files. */
export async function clearBackups(): Promise<void> {
  try {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry(folderName, { recursive: true });
  } catch {
    // Nothing was left, or a private window has no file system.
  }
}

/** A name that says nothing of Holdfast: `backup-2026-01-02.dat`. */
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
