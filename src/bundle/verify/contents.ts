import { sha256 } from '../../crypto/digest.ts';
import { payloadFolder } from '../layout.ts';
import { type RunningCrc32, wasmCrc32 } from '../zip/crc32.ts';
import type { ListedEntry } from '../zip/entries.ts';
import { type Part, piecesOf, Rooms, readAhead, roomLength } from '../zip/read-ahead.ts';
import { wasmDigest } from '../zip/running-digest.ts';
import type { BundleSource } from '../zip/source.ts';
import { dataStart, isWithin } from '../zip/structure.ts';
import type { WholeDigest } from '../zip/whole-digest.ts';
import { isBoundedRecord, isRecordPath } from './exhibits/record-bounds.ts';
import { type Examination, examine, neededOf, tooLong } from './kinds/examine.ts';
import type { VerifyOptions } from './verify-options.ts';

/** An entry's content as read. `head` is its first {@link headLength} bytes. */
export interface FileContent extends Examination {
  readonly size: number;
  readonly sha256: string;
  readonly crc32: number;
  /** The CRC-32 that the ZIP states. */
  readonly listedCrc32: number;
  readonly head: Uint8Array;
}

/** Reads single files of a bundle by name. Of two with one name the first counts. */
export interface BundleFiles {
  /** The bytes; undefined when there is no such file, or it is larger than any file of its kind. */
  read(path: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /**
   * The bytes of a file of any length in pieces, each valid only until the next is requested; undefined when there is
   * no such file.
   */
  pieces(path: string): AsyncIterable<Uint8Array> | undefined;
  /** The bytes as text; undefined also when they are not UTF-8. */
  readText(path: string): Promise<string | undefined>;
}

/** The files of a bundle by name, each read and digested once. */
export interface BundleContents extends BundleFiles {
  readonly source: BundleSource;
  readonly files: ReadonlyMap<string, FileContent>;
}

/** Enough bytes to recognise file types. */
export const headLength = 64;

/** Larger entries are digested in pieces of {@link roomLength}, so that memory use stays flat. */
const longestWhole = 64_000_000;
/** Piece length for a second reading, whose bytes are processed at once and hardly kept. */
const shortPiece = 1_000_000;

/** Above any text, table or report. */
const longestPaper = 64_000_000;
/** Above any list of 1,000 files, certificate or seal. */
const longestOther = 1_000_000;

/** The options of the check, and the digest of the whole file where requested. */
export interface ReadOptions extends VerifyOptions {
  readonly whole?: WholeDigest | undefined;
}

/**
 * Reads and digests every entry, in the order of the directory. Leaves out entries that cannot be read as listed:
 * compressed, encrypted, past the end, or overlapping until all are longer than the file. The structure check reports
 * them. Adds what is read to the digest of the whole file. Rejects with the signal's reason when it is aborted, and
 * with what the source throws.
 */
export async function readContents(
  source: BundleSource,
  entries: readonly ListedEntry[],
  options: ReadOptions,
): Promise<BundleContents> {
  const byName = firstOfName(readable(source, entries));
  const files = new Map<string, FileContent>();
  const reading = { source, options, crc32: await (options.createCrc32 ?? wasmCrc32)() };
  let done = 0;
  for await (const { part, bytes } of readAhead(source, [...byName.values()].map(blockOf))) {
    options.signal?.throwIfAborted();
    files.set(part.entry.name, await readContent(reading, part.entry, bytes));
    done += part.entry.size;
    options.onProgress?.(Math.min(done, source.size), source.size);
  }
  return { source, files, ...openFiles(source, [...byName.values()]) };
}

function firstOfName(entries: readonly ListedEntry[]): ReadonlyMap<string, ListedEntry> {
  const byName = new Map<string, ListedEntry>();
  for (const entry of entries) if (!byName.has(entry.name)) byName.set(entry.name, entry);
  return byName;
}

/** The part that is read at once: an entry with its local header, or a long one's header and beginning. */
function blockOf(entry: ListedEntry): Part & { readonly entry: ListedEntry } {
  const length = entry.size > longestWhole ? headLength : entry.size;
  return { entry, offset: entry.offset, length: dataStart(entry) - entry.offset + length };
}

/** The files, read on request. Those that cannot be read as listed are left out. */
export function openFiles(source: BundleSource, entries: readonly ListedEntry[]): BundleFiles {
  const byName = firstOfName(readable(source, entries));
  const rooms = new Rooms(Math.min(shortPiece, source.size));
  const read = async (path: string) => {
    const entry = byName.get(path);
    if (entry === undefined || !(await mayBeHeld(source, entry))) return undefined;
    return source.read(dataStart(entry), entry.size);
  };
  const pieces = (path: string) => {
    const entry = byName.get(path);
    return entry && inPieces(source, entry, { longest: shortPiece, rooms });
  };
  return { read, pieces, readText: async path => decode(await read(path)) };
}

async function* inPieces(
  source: BundleSource,
  entry: ListedEntry,
  { longest, rooms }: { readonly longest: number; readonly rooms?: Rooms },
): AsyncGenerator<Uint8Array> {
  const parts = piecesOf({ offset: dataStart(entry), length: entry.size }, longest);
  for await (const { bytes } of readAhead(source, parts, rooms)) yield bytes;
}

/** The entries that may be read: together never longer than the file, even if they overlap. */
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
  return isBoundedRecord(entry.name, entry.size, () => inPieces(source, entry, { longest: roomLength }));
}

/** What reading an entry takes. */
interface Reading {
  readonly source: BundleSource;
  readonly options: ReadOptions;
  readonly crc32: RunningCrc32;
}

async function readContent(reading: Reading, entry: ListedEntry, block: Uint8Array): Promise<FileContent> {
  const { crc32, options } = reading;
  const bytes = block.subarray(dataStart(entry) - entry.offset);
  const facts = { size: entry.size, listedCrc32: entry.crc32 };
  const head = bytes.slice(0, headLength);
  if (entry.size > longestWhole) return { ...facts, head, ...(await readInPieces(reading, entry, head)) };
  // The digest runs on another thread while this one computes the CRC and the whole file's digest.
  const digest = sha256(bytes);
  crc32.update(bytes);
  await options.whole?.add(entry.offset, block);
  const isTooLong = neededOf(entry.name, entry.size) === undefined;
  const examination = isTooLong ? { concerns: [tooLong()] } : examine(entry.name, bytes);
  return { ...facts, ...examination, crc32: crc32.value(), head, sha256: await digest };
}

async function readInPieces(
  { source, options, crc32 }: Reading,
  entry: ListedEntry,
  head: Uint8Array,
): Promise<Omit<FileContent, 'size' | 'listedCrc32' | 'head'>> {
  const digest = await (options.createDigest ?? wasmDigest)();
  const parts = piecesOf({ offset: dataStart(entry), length: entry.size }, roomLength);
  for await (const { part, bytes } of readAhead(source, parts)) {
    options.signal?.throwIfAborted();
    await digest.update(bytes);
    crc32.update(bytes);
    await options.whole?.add(part.offset, bytes);
  }
  return {
    sha256: await digest.digest(),
    crc32: crc32.value(),
    ...(await examineLong(source, entry, head)),
  };
}

/** Reads a long file whole while it is examined, where its kind requires that. */
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
