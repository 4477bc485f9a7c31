import type { Sink } from '../../crypto/sealed-file.ts';
import { oneWriter } from '../store/one-writer.ts';
import { type LogOptions, LogStore } from '../store/store.ts';
import { type BackupWatch, writeBackup } from './backup.ts';
import { restoreBackup } from './restore.ts';

export type { BackupWatch };

/**
 * Backups of the whole log. A page makes and restores them itself, in the writer's turn: the background may sleep
 * during long work and has no files, and a log is restored only where there is none, so there is no chain for the one
 * writer to append to. No other context can write until it is done.
 */
export interface LogBackup {
  /** Writes the log into `sink`; see {@link writeBackup}. */
  write(passphrase: string, sink: Sink, watch?: BackupWatch): Promise<void>;
  /** Restores a backup into this empty log; see {@link restoreBackup}. */
  restore(file: Blob, passphrase: string, watch?: BackupWatch): Promise<void>;
}

/** The backups of this browser profile's log. Returns at once; the database is opened on first use. */
export function openBackup(options: LogOptions): LogBackup {
  const store = new LogStore(options);
  const inTurn = oneWriter(`${store.database.name}-writer`);
  return {
    write: (passphrase, sink, watch) =>
      store.run(() => inTurn(() => writeBackup(store, passphrase, sink, watch))),
    restore: (file, passphrase, watch) =>
      store.run(() => inTurn(() => restoreBackup(store, file, passphrase, watch))),
  };
}
