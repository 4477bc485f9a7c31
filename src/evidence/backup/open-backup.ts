import type { Sink } from '../../crypto/sealed-file.ts';
import { oneWriter } from '../store/one-writer.ts';
import { type LogOptions, LogStore } from '../store/store.ts';
import { type BackupWatch, writeBackup } from './backup.ts';
import { restoreBackup } from './restore.ts';

export type { BackupWatch };

/**
 * Backups of the whole log. A page makes them and brings them back itself, in the writer's turn, and does not ask the
 * background: the background sleeps in the middle of long work and has no files, and a log is brought back only where
 * there is none, with its chains as they are, so that there is no event for the one writer to append. Until it is
 * done no other context can write, since it waits for its turn.
 */
export interface LogBackup {
  /** Writes the log into `sink`; see {@link writeBackup}. */
  write(passphrase: string, sink: Sink, watch?: BackupWatch): Promise<void>;
  /** Brings a log back into this empty one; see {@link restoreBackup}. */
  restore(file: Blob, passphrase: string, watch?: BackupWatch): Promise<void>;
}

/** The backups of this browser profile's log. Comes back at once; the database is opened when first used. */
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
