import { sha256 } from '../crypto/digest.ts';
import { type RunningCrc32, wasmCrc32 } from './crc32.ts';
import type { ListedEntry } from './entries.ts';
import { type Examination, examine, neededOf, tooLong } from './kinds/examine.ts';
import { payloadFolder } from './layout.ts';
import { isBoundedRecord, isRecordPath } from './record-bounds.ts';
import { wasmDigest } from './running-digest.ts';
import type { BundleSource } from './source.ts';
import { dataStart, isWithin } from './structure.ts';
import type { VerifyOptions } from './verify-options.ts';

/** What was found when an entry's bytes were read. `head` is their first {@link headLength} bytes. */
export interface FileContent extends Examination {
  readonly size: number;
  readonly sha256: string;
  readonly crc32: number;
  /** What the ZIP says the CRC-32 is. */
  readonly listedCrc32: number;
  readonly head: Uint8Array;
}

/** Reads single files of a bundle by name. Of two with one name the first counts. */
export interface BundleFiles {
  /** The bytes; undefined when there is no such file, or it is larger than any of its kind is. */
  read(path: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** The bytes of a file of any length, a piece at a time; undefined when there is no such file. */
  pieces(path: string): AsyncIterable<Uint8Array> | undefined;
  /** The bytes as text; undefined also when they are not UTF-8. */
  readText(path: string): Promise<string | undefined>;
}

/** The files of a bundle, each read and digested once, by name. */
export interface BundleContents extends BundleFiles {
  readonly source: BundleSource;
  readonly files: ReadonlyMap<string, FileContent>;
}

/** Enough to tell file types apart. */
export const headLength = 64;

/** Larger entries are digested in pieces of {@link pieceLength}, so that memory stays flat. */
const longestWhole = 64_000_000;
const pieceLength = 16_000_000;
/** What is read a second time is taken apart at once: little of it is held. */
const shortPiece = 1_000_000;

/** No text, table or report comes near this. */
const longestPaper = 64_000_000;
/** Nor do lists of at most 1,000 files, certificate and seals come near this. */
const longestOther = 1_000_000;

/**
 * Reads and digests every entry, one after the other, in the order of the directory. Entries that cannot be
 * read as they are listed (compressed, encrypted, past the end, sharing their bytes with others until all are
 * longer than the file) are left out; the structure has said so.
 * Rejects with the signal's reason when it is aborted, and with what the source throws.
 */
export async function readContents(
  source: BundleSource,
  entries: readonly ListedEntry[],
  options: VerifyOptions,
): Promise<BundleContents> {
  const listed = new Map<string, ListedEntry>();
  const files = new Map<string, FileContent>();
  const crc32 = await (options.createCrc32 ?? wasmCrc32)();
  let done = 0;
  for (const entry of readable(source, entries)) {
    options.signal?.throwIfAborted();
    if (listed.has(entry.name)) continue;
    listed.set(entry.name, entry);
    files.set(entry.name, await readContent({ source, options, crc32 }, entry));
    done += entry.size;
    options.onProgress?.(Math.min(done, source.size), source.size);
  }
  return { source, files, ...openFiles(source, [...listed.values()]) };
}

/** The files themselves, unread. Those that cannot be read as they are listed are left out. */
export function openFiles(source: BundleSource, entries: readonly ListedEntry[]): BundleFiles {
  const firstLast = readable(source, entries).reverse();
  const byName = new Map(firstLast.map(entry => [entry.name, entry]));
  const read = async (path: string) => {
    const entry = byName.get(path);
    if (entry === undefined || !(await mayBeHeld(source, entry))) return undefined;
    return source.read(dataStart(entry), entry.size);
  };
  const pieces = (path: string) => {
    const entry = byName.get(path);
    return entry && inPieces(source, entry);
  };
  return { read, pieces, readText: async path => decode(await read(path)) };
}

async function* inPieces(source: BundleSource, entry: ListedEntry): AsyncGenerator<Uint8Array> {
  const start = dataStart(entry);
  for (let offset = 0; offset < entry.size; offset += shortPiece)
    yield await source.read(start + offset, Math.min(shortPiece, entry.size - offset));
}

/** The entries that may be read: together they are never longer than the file, however they overlap. */
function readable(source: BundleSource, entries: readonly ListedEntry[]): ListedEntry[] {
  let left = source.size;
  return entries.filter(entry => {
    if (!isWithin(source, entry) || entry.size > left) return false;
    left -= entry.size;
    return true;
  });
}

async function mayBeHeld(source: BundleSource, entry: ListedEntry): Promise<boolean> {
  if (!isRecordPath(entry.name))
    return entry.size <= (entry.name.startsWith(payloadFolder) ? longestPaper : longestOther);
  return isBoundedRecord(entry.name, entry.size, () => pieces(source, entry));
}

async function* pieces(source: BundleSource, entry: ListedEntry): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const start = dataStart(entry);
  for (let offset = 0; offset < entry.size; offset += pieceLength)
    yield await source.read(start + offset, Math.min(pieceLength, entry.size - offset));
}

/** What every entry is read with. */
interface Reading {
  readonly source: BundleSource;
  readonly options: VerifyOptions;
  readonly crc32: RunningCrc32;
}

async function readContent(reading: Reading, entry: ListedEntry): Promise<FileContent> {
  const { source, crc32 } = reading;
  const start = dataStart(entry);
  const facts = { size: entry.size, listedCrc32: entry.crc32 };
  if (entry.size > longestWhole) return { ...facts, ...(await readInPieces(reading, entry)) };
  const bytes = await source.read(start, entry.size);
  // The digest runs on another thread while the CRC is computed on this one.
  const digest = sha256(bytes);
  crc32.update(bytes);
  const isTooLong = neededOf(entry.name, entry.size) === undefined;
  const examination = isTooLong ? { concerns: [tooLong()] } : examine(entry.name, bytes);
  const head = bytes.slice(0, headLength);
  return { ...facts, ...examination, crc32: crc32.value(), head, sha256: await digest };
}

async function readInPieces(
  { source, options, crc32 }: Reading,
  entry: ListedEntry,
): Promise<Omit<FileContent, 'size' | 'listedCrc32'>> {
  const digest = await (options.createDigest ?? wasmDigest)();
  for await (const piece of pieces(source, entry)) {
    options.signal?.throwIfAborted();
    await digest.update(piece);
    crc32.update(piece);
  }
  const head = await source.read(dataStart(entry), headLength);
  return {
    sha256: await digest.digest(),
    crc32: crc32.value(),
    head,
    ...(await examineLong(source, entry, head)),
  };
}

/** Of a long file, all is in memory once more for as long as it is looked into, where its kind needs that. */
async function examineLong(source: BundleSource, entry: ListedEntry, head: Uint8Array): Promise<Examination> {
  const needed = neededOf(entry.name, entry.size);
  if (needed === undefined) return { concerns: [tooLong()] };
  const bytes = needed === 'all' ? await source.read(dataStart(entry), entry.size) : head;
  return examine(entry.name, bytes);
}

function decode(bytes: Uint8Array | undefined): string | undefined {
  if (bytes === undefined) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
