import { z } from 'zod';

// The decrypted content of a backup, one record after the other:
//   bytes 0–3      length of the head, big-endian
//   then           the head, JSON in UTF-8
//   then           the bytes that the head names, in the order of the row's fields
const bytesSchema = z.object({ kind: z.enum(['bytes', 'blob']), length: z.int().nonnegative() }).strict();
const fieldSchema = z.union([z.string(), z.number(), z.boolean(), bytesSchema]);
const headSchema = z.discriminatedUnion('record', [
  z.object({ record: z.literal('log'), schemaVersion: z.int().positive(), rows: z.int().nonnegative() }),
  z.object({ record: z.literal('key'), row: z.object({ vaultKey: bytesSchema }) }),
  z.object({ record: z.literal('row'), table: z.string(), row: z.record(z.string(), fieldSchema) }),
  z.object({ record: z.literal('end') }),
]);

/** A value in a row as IndexedDB stores it. */
export type Field = string | number | boolean | Uint8Array<ArrayBuffer> | Blob;
export type Row = Readonly<Record<string, Field>>;

/** One record of a backup. `log` is first, `end` last; between them are `key` and every row. */
export type BackupRecord =
  | { readonly record: 'log'; readonly schemaVersion: number; readonly rows: number }
  | { readonly record: 'key'; readonly row: { readonly vaultKey: Uint8Array<ArrayBuffer> } }
  | { readonly record: 'row'; readonly table: string; readonly row: Row }
  | { readonly record: 'end' };

const LONGEST_HEAD = 65_536; // bytes; a row's content is sealed and follows the head

/** The record's bytes in pieces; a Blob is read when it is reached. Throws on a row that the format cannot hold. */
export async function* recordToBytes(record: BackupRecord): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const fields = 'row' in record ? Object.entries(record.row).filter(([, value]) => value !== undefined) : [];
  const row = Object.fromEntries(fields.map(([name, value]) => [name, described(value)]));
  const head = new TextEncoder().encode(JSON.stringify({ ...record, ...('row' in record && { row }) }));
  if (head.length > LONGEST_HEAD) throw new Error('a row with a head of this length');
  headSchema.parse(JSON.parse(new TextDecoder().decode(head)));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, head.length);
  yield length;
  yield head;
  for (const [, value] of fields) {
    if (value instanceof Blob) yield new Uint8Array(await value.arrayBuffer());
    else if (value instanceof Uint8Array) yield value;
  }
}

/** Reads records from a file's pieces. Throws on what {@link recordToBytes} does not write and on an early end. */
export async function* bytesToRecords(
  pieces: AsyncIterable<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<BackupRecord> {
  const reader = new PieceReader(pieces);
  for (;;) {
    const length = new DataView((await reader.read(4)).buffer).getUint32(0);
    if (length > LONGEST_HEAD) throw new Error('a head of this length');
    const head = headSchema.parse(JSON.parse(new TextDecoder().decode(await reader.read(length))));
    if (head.record === 'end') {
      await reader.requireEnd();
      yield head;
      return;
    }
    if (head.record === 'log') yield head;
    else if (head.record === 'key')
      yield { record: 'key', row: { vaultKey: await reader.read(head.row.vaultKey.length) } };
    else yield { ...head, row: await readRow(reader, head.row) };
  }
}

async function readRow(
  reader: PieceReader,
  described: Readonly<Record<string, z.infer<typeof fieldSchema>>>,
): Promise<Row> {
  const row: Record<string, Field> = {};
  for (const [name, value] of Object.entries(described)) {
    if (typeof value !== 'object') row[name] = value;
    else {
      const bytes = await reader.read(value.length);
      row[name] = value.kind === 'blob' ? new Blob([bytes]) : bytes;
    }
  }
  return row;
}

function described(value: Field): z.infer<typeof fieldSchema> {
  if (value instanceof Blob) return { kind: 'blob', length: value.size };
  return value instanceof Uint8Array ? { kind: 'bytes', length: value.length } : value;
}

/** Reads given numbers of bytes from pieces of other lengths. */
class PieceReader {
  readonly #pieces: AsyncIterator<Uint8Array<ArrayBuffer>>;
  #piece: Uint8Array<ArrayBuffer> = new Uint8Array();

  constructor(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** Throws when fewer bytes remain. Memory grows only with what is actually there. */
  async read(length: number): Promise<Uint8Array<ArrayBuffer>> {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for (let wanted = length; wanted > 0; ) {
      if (this.#piece.length === 0 && !(await this.#next())) throw new Error('the records end early');
      const part = this.#piece.subarray(0, wanted);
      this.#piece = this.#piece.subarray(part.length);
      wanted -= part.length;
      parts.push(part);
    }
    const whole = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  /** Throws when anything is left. */
  async requireEnd(): Promise<void> {
    while (await this.#next()) if (this.#piece.length > 0) break;
    if (this.#piece.length > 0) throw new Error('bytes after the last record');
  }

  async #next(): Promise<boolean> {
    if (this.#piece.length > 0) return true;
    const { done, value } = await this.#pieces.next();
    if (done === true) return false;
    this.#piece = value;
    return true;
  }
}
