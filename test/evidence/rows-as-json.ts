import { EvidenceDatabase } from '../../src/evidence/store/database.ts';

/** The rows of every table, with bytes, blobs and the one key that rests in the profile written as base64. */
export type StoredRows = Record<string, readonly unknown[]>;

/** `wrapKey` is the raw key of the profile's slot, which the browser itself never gives out. */
export async function rowsToJson(name: string, wrapKey: Uint8Array): Promise<StoredRows> {
  const database = new EvidenceDatabase(name);
  await database.open();
  const tables = await Promise.all(
    database.tables.map(async table => [table.name, await encode(await table.toArray(), wrapKey)]),
  );
  database.close();
  return Object.fromEntries(tables);
}

export async function jsonToRows(rows: StoredRows, name: string): Promise<void> {
  const database = new EvidenceDatabase(name);
  await database.open();
  for (const [table, stored] of Object.entries(rows)) {
    await database.table(table).bulkAdd((await decode(stored)) as unknown[]);
  }
  database.close();
}

/** A key that wraps the vault key, as the profile keeps it. */
export function importWrapKey(raw: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', new Uint8Array(raw), 'AES-GCM', false, ['wrapKey', 'unwrapKey']);
}

async function encode(value: unknown, wrapKey: Uint8Array): Promise<unknown> {
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (value instanceof Blob)
    return { $blob: Buffer.from(new Uint8Array(await value.arrayBuffer())).toString('base64') };
  if (value instanceof CryptoKey) return { $key: Buffer.from(wrapKey).toString('base64') };
  if (Array.isArray(value)) return Promise.all(value.map(each => encode(each, wrapKey)));
  return mapFields(value, each => encode(each, wrapKey));
}

async function decode(value: unknown): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map(decode));
  if (typeof value !== 'object' || value === null) return value;
  if ('$bytes' in value) return bytesOf(value.$bytes);
  if ('$blob' in value) return new Blob([bytesOf(value.$blob)]);
  if ('$key' in value) return importWrapKey(bytesOf(value.$key));
  return mapFields(value, decode);
}

async function mapFields(value: unknown, map: (each: unknown) => Promise<unknown>): Promise<unknown> {
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(async ([name, each]) => [name, await map(each)]);
  return Object.fromEntries(await Promise.all(fields));
}

function bytesOf(base64: unknown): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(String(base64), 'base64'));
}
