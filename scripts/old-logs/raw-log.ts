/** An index of a store, as IndexedDB describes it. */
interface RawIndex {
  readonly name: string;
  readonly keyPath: string | readonly string[];
  readonly unique: boolean;
  readonly multiEntry: boolean;
}

/** A store with its rows. Bytes, blobs and the one key that rests in the profile are written as base64. */
interface RawStore {
  readonly name: string;
  readonly keyPath: string | readonly string[];
  readonly indexes: readonly RawIndex[];
  readonly rows: readonly unknown[];
}

/** A whole database below Dexie: its version as the browser counts it, ten for each of Dexie's. */
export interface RawLog {
  readonly version: number;
  readonly stores: readonly RawStore[];
}

/** Reads everything that a database holds. `wrapKey` is the raw key of its slot, which no browser gives out. */
export async function dumpLog(name: string, wrapKey: Uint8Array): Promise<RawLog> {
  const database = await settled(indexedDB.open(name));
  const stores: RawStore[] = [];
  for (const storeName of database.objectStoreNames) {
    const store = database.transaction(storeName).objectStore(storeName);
    const indexes = Array.from(store.indexNames, indexName => {
      const { keyPath, unique, multiEntry } = store.index(indexName);
      return { name: indexName, keyPath, unique, multiEntry };
    });
    const rows = await settled(store.getAll());
    const written = await Promise.all(rows.map(row => encode(row, wrapKey)));
    stores.push({ name: storeName, keyPath: store.keyPath ?? [], indexes, rows: written });
  }
  database.close();
  return { version: database.version, stores };
}

/** Makes a database as it was, in place of the one that has this name. Uses nothing but what every browser has. */
export async function putLog(name: string, { version, stores }: RawLog): Promise<void> {
  await settled(indexedDB.deleteDatabase(name));
  const opening = indexedDB.open(name, version);
  opening.onupgradeneeded = () => {
    for (const { name: storeName, keyPath, indexes } of stores) {
      const store = opening.result.createObjectStore(storeName, { keyPath: pathOf(keyPath) });
      for (const { name: indexName, keyPath: path, unique, multiEntry } of indexes)
        store.createIndex(indexName, pathOf(path), { unique, multiEntry });
    }
  };
  const database = await settled(opening);
  for (const { name: storeName, rows } of stores) {
    const decoded = await Promise.all(rows.map(decode));
    const store = database.transaction(storeName, 'readwrite').objectStore(storeName);
    await Promise.all(decoded.map(row => settled(store.add(row))));
  }
  database.close();
}

/** The key that wraps the vault key, as the profile keeps it. */
export function importWrapKey(raw: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', new Uint8Array(raw), 'AES-GCM', false, ['wrapKey', 'unwrapKey']);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the database does not open'));
  });
}

function pathOf(path: string | readonly string[]): string | string[] {
  return typeof path === 'string' ? path : [...path];
}

async function encode(value: unknown, wrapKey: Uint8Array): Promise<unknown> {
  if (value instanceof Uint8Array) return { $bytes: toBase64(value) };
  if (value instanceof Blob) return { $blob: toBase64(new Uint8Array(await value.arrayBuffer())) };
  if (value instanceof CryptoKey) return { $key: toBase64(wrapKey) };
  if (Array.isArray(value)) return Promise.all(value.map(each => encode(each, wrapKey)));
  return mapFields(value, each => encode(each, wrapKey));
}

async function decode(value: unknown): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map(decode));
  if (typeof value !== 'object' || value === null) return value;
  if ('$bytes' in value) return fromBase64(value.$bytes);
  if ('$blob' in value) return new Blob([fromBase64(value.$blob)]);
  if ('$key' in value) return importWrapKey(fromBase64(value.$key));
  return mapFields(value, decode);
}

async function mapFields(value: unknown, map: (each: unknown) => Promise<unknown>): Promise<unknown> {
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(async ([name, each]) => [name, await map(each)]);
  return Object.fromEntries(await Promise.all(fields));
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
}

function fromBase64(text: unknown): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(String(text)), character => character.charCodeAt(0));
}
