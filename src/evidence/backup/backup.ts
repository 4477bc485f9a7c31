import type { Table } from 'dexie';
import type { Argon2Cost } from '../../crypto/passphrase-key.ts';
import { createSealedFile, type Sink } from '../../crypto/sealed-file.ts';
import { Fault } from '../../model/fault.ts';
import type { EvidenceDatabase } from '../store/database.ts';
import type { LogStore } from '../store/store.ts';
import { readSlot, vaultKeyBytes } from '../store/vault.ts';
import { type BackupRecord, type Row, recordToBytes } from './backup-records.ts';

/** Stops and observes a backup being written or restored. `done` and `total` count rows. */
export interface BackupWatch {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Cost of the passphrase's key; only tests pass another than the usual one. */
  readonly cost?: Argon2Cost | undefined;
}

/** Tables with large rows: a backup lists their keys first and reads the rows one at a time. */
export const largeTables: readonly string[] = ['artifacts', 'thumbnails', 'receivedParts'];

/**
 * Writes the whole log and its vault key into `sink`, encrypted with a passphrase; rows stay sealed as they are. Leaves
 * out what is not part of the log yet: a running recording and a file being received, with their staged bytes. Throws
 * Faults `backup.log.empty`, `backup.stopped`, the log's own, and whatever `sink` throws. Run it in the writer's turn,
 * or a row may be erased between its table and its bytes.
 */
export async function writeBackup(
  store: LogStore,
  passphrase: string,
  sink: Sink,
  watch: BackupWatch = {},
): Promise<void> {
  const { database } = store;
  const slot = await readSlot(database);
  const snapshot = await readSnapshot(database);
  if (slot === undefined || snapshot.small.length === 0) throw new Fault('backup.log.empty');
  const file = await createSealedFile(passphrase, store.random, sink, watch.cost);
  const total = snapshot.small.length + snapshot.large.length;
  let done = 0;
  const put = async (record: BackupRecord) => {
    stopIfAsked(watch.signal);
    for await (const bytes of recordToBytes(record)) await file.write(bytes);
    if (record.record === 'row') watch.onProgress?.(++done, total);
  };
  await put({ record: 'log', schemaVersion: database.verno, rows: total });
  const vaultKey = await vaultKeyBytes(store);
  try {
    await put({ record: 'key', row: { vaultKey } });
  } finally {
    vaultKey.fill(0);
  }
  for (const { table, row } of snapshot.small) await put({ record: 'row', table, row });
  for (const { table, key } of snapshot.large)
    await put({ record: 'row', table, row: await readLarge(database.table(table), key) });
  await put({ record: 'end' });
  await file.finish();
}

/** Throws Fault `backup.stopped` once the user has stopped the work. */
export function stopIfAsked(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Fault('backup.stopped');
}

interface Snapshot {
  readonly small: readonly { readonly table: string; readonly row: Row }[];
  readonly large: readonly { readonly table: string; readonly key: unknown }[];
}

/** All rows except the large ones, and the keys of those, as of one moment. */
async function readSnapshot(database: EvidenceDatabase): Promise<Snapshot> {
  const { tables } = database;
  return database.transaction('r', tables, async () => {
    const small: { table: string; row: Row }[] = [];
    const large: { table: string; key: unknown }[] = [];
    const kept = new Set<unknown>([
      ...(await database.captures.toCollection().primaryKeys()),
      ...(await database.received.toCollection().primaryKeys()),
    ]);
    for (const table of tables) {
      if (table.name === 'staged' || table.name === 'receivedStaged') continue;
      if (!largeTables.includes(table.name)) {
        const rows: readonly Row[] = await table.toArray();
        small.push(...rows.filter(row => isKept(table, row)).map(row => ({ table: table.name, row })));
        continue;
      }
      const keys: readonly unknown[] = await table.toCollection().primaryKeys();
      const committed = keys.filter(key => kept.has(Array.isArray(key) ? key[0] : key));
      large.push(...committed.map(key => ({ table: table.name, key })));
    }
    return { small, large };
  });
}

/** Excludes the slot, whose key belongs to this browser, the tries to open it, and the notes of a running recording. */
function isKept({ name }: Table, row: Row): boolean {
  if (name === 'vault') return !('slot' in row) && row['id'] !== 'wrong-tries';
  return name !== 'journal' || 'finishedAt' in row;
}

async function readLarge(table: Table, key: unknown): Promise<Row> {
  const row: Row | undefined = await table.get(key);
  if (row === undefined) throw new Error('a row that is not there any more');
  return row;
}
