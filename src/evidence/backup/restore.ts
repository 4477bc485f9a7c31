import { openSealedFile, type SealedFile, SealedFileError } from '../../crypto/sealed-file.ts';
import { importVaultKey, newProfileSlot } from '../../crypto/vault-key.ts';
import { Fault } from '../../model/fault.ts';
import { appendToEveryCase } from '../case/every-case.ts';
import type { EvidenceDatabase } from '../store/database.ts';
import { requireRoom } from '../store/room.ts';
import type { LogStore } from '../store/store.ts';
import { readSlot } from '../store/vault.ts';
import { type BackupWatch, largeTables, stopIfAsked } from './backup.ts';
import { bytesToRecords, type Row } from './backup-records.ts';

/** Limits on one batch of large rows. */
const batch = { rows: 20, bytes: 16_777_216 } as const;

/** The part of a backup held in memory: everything except the large rows. */
interface Manifest {
  readonly vaultKey: Uint8Array<ArrayBuffer>;
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  readonly total: number;
}

/**
 * Restores a backup into this empty log. The whole file is read and checked first. The large rows are written next,
 * which mean nothing alone, then all others with the vault key in one transaction: stopping before that leaves an empty
 * log. The chain of each case then records the restoration; where that fails, everything is taken out again. Throws Faults `backup.file.unreadable`,
 * `backup.passphrase.wrong`, `backup.log.not-empty`, `backup.log.passphrase`, `backup.disk.full`, `backup.stopped`, and the log's own. Run it in
 * the writer's turn.
 */
export async function restoreBackup(
  store: LogStore,
  file: Blob,
  passphrase: string,
  watch: BackupWatch = {},
): Promise<void> {
  const { database } = store;
  await requireEmpty(database);
  if ((await readSlot(database))?.slot.kind === 'passphrase') throw new Fault('backup.log.passphrase');
  const sealed = await unreadableUnlessOurs(() => openSealedFile(file, passphrase));
  const manifest = await unreadableUnlessOurs(() => readManifest(sealed, database, watch));
  await requireRoom(file.size, 'backup.disk.full');
  let written = largeTables.map(name => database.table(name));
  try {
    const vaultKey = await importVaultKey(manifest.vaultKey);
    const slot = await newProfileSlot(vaultKey, store.random);
    await writeLarge(sealed, database, manifest.total, watch);
    await database.transaction('rw', database.tables, async () => {
      await requireEmpty(database);
      for (const table of database.tables) if (!largeTables.includes(table.name)) await table.clear();
      await database.vault.add({ id: slot.kind, slot });
      for (const [table, rows] of manifest.rows) await database.table(table).bulkAdd([...rows]);
    });
    written = database.tables;
    // No event here shows what happened after the backup was made.
    await appendToEveryCase(store, {
      ...{ action: 'log.restored', detail: {}, tables: [] },
      write: async () => undefined,
    });
  } catch (error) {
    await database.transaction('rw', written, async () => {
      for (const table of written) await table.clear();
    });
    throw error;
  } finally {
    manifest.vaultKey.fill(0);
  }
}

/** Reads the whole file, so that later steps cannot fail because of its content. */
async function readManifest(
  sealed: SealedFile,
  database: EvidenceDatabase,
  { signal, onProgress }: BackupWatch,
): Promise<Manifest> {
  const rows = new Map<string, Row[]>();
  let vaultKey: Uint8Array<ArrayBuffer> | undefined;
  let total: number | undefined;
  let count = 0;
  for await (const record of bytesToRecords(sealed.pieces())) {
    stopIfAsked(signal);
    if (record.record === 'log') {
      if (total !== undefined || record.schemaVersion > database.verno)
        throw new Error('a log of another kind');
      total = record.rows;
    } else if (record.record === 'key') vaultKey = record.row.vaultKey;
    else if (record.record === 'row') {
      count += 1;
      onProgress?.(count / 2, total ?? count);
      requirePlace(database, record.table, record.row);
      if (largeTables.includes(record.table)) continue;
      const ofTable = rows.get(record.table);
      if (ofTable === undefined) rows.set(record.table, [record.row]);
      else ofTable.push(record.row);
    }
  }
  if (vaultKey === undefined || total !== count) throw new Error('rows are missing');
  return { vaultKey, rows, total };
}

/** Rows of the vault that no backup has. */
const ofThisBrowser: ReadonlySet<unknown> = new Set(['profile', 'passphrase', 'wrong-tries']);

/** Throws unless the table is one of the log's and the row has its key, so that it can be written. */
function requirePlace(database: EvidenceDatabase, name: string, row: Row): void {
  const table = database.tables.find(each => each.name === name);
  const { keyPath } = table?.schema.primKey ?? {};
  const fields = Array.isArray(keyPath) ? keyPath : [keyPath];
  const hasKey = fields.every(field => {
    const value = row[field ?? ''];
    return typeof value === 'string' || typeof value === 'number';
  });
  if (table === undefined || !hasKey || (name === 'vault' && ofThisBrowser.has(row['id'])))
    throw new Error('a row of another log');
}

async function writeLarge(
  sealed: SealedFile,
  database: EvidenceDatabase,
  total: number,
  { signal, onProgress }: BackupWatch,
): Promise<void> {
  // An earlier attempt that the browser interrupted may have left some.
  for (const table of largeTables) await database.table(table).clear();
  let waiting: { readonly table: string; readonly row: Row }[] = [];
  let bytes = 0;
  let count = 0;
  const flush = async () => {
    for (const name of largeTables) {
      const rows = waiting.filter(({ table }) => table === name).map(({ row }) => row);
      if (rows.length > 0) await database.table(name).bulkPut(rows);
    }
    waiting = [];
    bytes = 0;
  };
  for await (const record of bytesToRecords(sealed.pieces())) {
    stopIfAsked(signal);
    if (record.record !== 'row') continue;
    count += 1;
    onProgress?.((total + count) / 2, total);
    if (!largeTables.includes(record.table)) continue;
    waiting.push(record);
    bytes += Object.values(record.row).reduce((sum: number, value) => sum + sizeOf(value), 0);
    if (waiting.length >= batch.rows || bytes >= batch.bytes) await flush();
  }
  await flush();
}

function sizeOf(value: Row[string]): number {
  if (value instanceof Blob) return value.size;
  return value instanceof Uint8Array ? value.length : 0;
}

/** Throws when the log holds anything that a backup would replace. Keys and settings alone are no loss. */
async function requireEmpty(database: EvidenceDatabase): Promise<void> {
  const harmless = ['vault', 'settings', 'journal', ...largeTables];
  for (const table of database.tables)
    if (!harmless.includes(table.name) && (await table.count()) > 0) throw new Fault('backup.log.not-empty');
  const running = await database.journal.filter(({ finishedAt }) => finishedAt === undefined).count();
  if (running > 0) throw new Fault('backup.log.not-empty', 'a recording is running');
}

async function unreadableUnlessOurs<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Fault) throw error;
    const isWrong = error instanceof SealedFileError && error.reason === 'wrong-passphrase';
    const code = isWrong ? 'backup.passphrase.wrong' : 'backup.file.unreadable';
    throw new Fault(code, String(error), { cause: error });
  }
}
