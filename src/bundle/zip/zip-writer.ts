import { type RunningCrc32, wasmCrc32 } from './crc32.ts';
import { centralHeader, endRecord, type HeaderFacts, localHeader, toMsDosMoment } from './zip-headers.ts';

/** Content that comes in pieces. Size and CRC-32 precede it in the ZIP, so they must be known. */
export interface PiecedContent {
  readonly size: number;
  readonly crc32: number;
  readonly pieces: AsyncIterable<Uint8Array<ArrayBuffer>>;
}

/**
 * One file of the ZIP. `content` is called once, after the previous entry was written to the sink; when it returns
 * undefined, the file is left out.
 */
export interface ZipEntry {
  readonly name: string;
  content(): Promise<Uint8Array<ArrayBuffer> | PiecedContent | undefined>;
}

/** Options for the whole ZIP. `at` is the date of every entry, in UTC. */
export interface ZipOptions {
  readonly at: Date;
  /** Called with every piece in order; the next is made when the promise is fulfilled. May throw. */
  sink(chunk: Uint8Array<ArrayBuffer>): Promise<void>;
}

/**
 * Writes the entries in order, stored, without extra fields, comments or data descriptors (APPNOTE.TXT 4.3). Holds one
 * entry, or one piece of it, in memory at a time. Rejects with whatever `content` or `sink` throws, or when pieces do
 * not match their size or CRC-32, and then calls neither again. Returns the number of entries.
 */
export async function writeZip(entries: readonly ZipEntry[], { at, sink }: ZipOptions): Promise<number> {
  const names = new Set<string>();
  for (const { name } of entries) {
    if (names.has(name)) throw new Error(`entry twice: ${name}`);
    names.add(name);
  }
  const running = await wasmCrc32();
  const moment = toMsDosMoment(at);
  const written: HeaderFacts[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = await entry.content();
    if (content === undefined) continue;
    const { size, crc32 } = content instanceof Uint8Array ? factsOf(content, running) : content;
    const rawName = new TextEncoder().encode(entry.name);
    const facts = { rawName, offset, size, crc32, moment };
    const header = localHeader(facts);
    await sink(header);
    if (!(content instanceof Uint8Array)) await writePieces(content, running, sink);
    else if (size > 0) await sink(content);
    written.push(facts);
    offset += header.length + size;
  }
  await sink(directoryOf(written, offset));
  return written.length;
}

function factsOf(bytes: Uint8Array, crc32: RunningCrc32): Omit<PiecedContent, 'pieces'> {
  crc32.update(bytes);
  return { size: bytes.length, crc32: crc32.value() };
}

async function writePieces(
  { size, crc32: expected, pieces }: PiecedContent,
  crc32: RunningCrc32,
  sink: ZipOptions['sink'],
): Promise<void> {
  let written = 0;
  for await (const piece of pieces) {
    crc32.update(piece);
    written += piece.length;
    await sink(piece);
  }
  if (written !== size || crc32.value() !== expected) throw new Error('content is not what was said of it');
}

/** The central directory with its end record, as one byte array. */
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
