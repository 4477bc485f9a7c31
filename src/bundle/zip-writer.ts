import { wasmCrc32 } from './crc32.ts';
import { centralHeader, endRecord, type HeaderFacts, localHeader, toMsDosMoment } from './zip-headers.ts';

/**
 * One file of the ZIP. `content` is called once, after the entry before it has left for the sink; there is no such
 * file after all when it answers undefined.
 */
export interface ZipEntry {
  readonly name: string;
  content(): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

/** Everything about the ZIP that is not its entries. `at` is the date of every entry, in UTC. */
export interface ZipOptions {
  readonly at: Date;
  /** Called with every piece in order; the next is made when the promise is fulfilled. May throw. */
  sink(chunk: Uint8Array<ArrayBuffer>): Promise<void>;
}

/**
 * Writes the entries, stored, in their order, without extra fields, comments or data descriptors (APPNOTE.TXT
 * 4.3), holding one entry in memory at a time. Rejects with whatever `content` or `sink` throws, and then calls
 * neither again. Answers how many entries there are.
 */
export async function writeZip(entries: readonly ZipEntry[], { at, sink }: ZipOptions): Promise<number> {
  const names = new Set<string>();
  for (const { name } of entries) {
    if (names.has(name)) throw new Error(`entry twice: ${name}`);
    names.add(name);
  }
  const crc32 = await wasmCrc32();
  const moment = toMsDosMoment(at);
  const written: HeaderFacts[] = [];
  let offset = 0;
  for (const entry of entries) {
    const bytes = await entry.content();
    if (bytes === undefined) continue;
    crc32.update(bytes);
    const rawName = new TextEncoder().encode(entry.name);
    const facts = { rawName, offset, size: bytes.length, crc32: crc32.value(), moment };
    const header = localHeader(facts);
    await sink(header);
    if (bytes.length > 0) await sink(bytes);
    written.push(facts);
    offset += header.length + bytes.length;
  }
  await sink(directoryOf(written, offset));
  return written.length;
}

/** The central directory with its end record, one run of bytes. */
function directoryOf(written: readonly HeaderFacts[], offset: number): Uint8Array<ArrayBuffer> {
  const headers = written.map(centralHeader);
  const length = headers.reduce((sum, header) => sum + header.length, 0);
  const parts = [...headers, endRecord(written.length, length, offset)];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
