import { ZipReader } from '@zip.js/zip.js/lib/zip-core-reader.js';
import type { Finding } from '../../model/finding.ts';
import { unreadable } from '../findings.ts';
import { defaultLimits } from '../layout.ts';
import { type BundleSource, isReadError } from './source.ts';

/** An entry as listed in the central directory, which every unzip program uses. */
export interface ListedEntry {
  readonly name: string;
  readonly rawName: Uint8Array;
  /** The offset of its local header in the file, in bytes. */
  readonly offset: number;
  readonly size: number;
  readonly compressedSize: number;
  readonly crc32: number;
  readonly method: number;
  readonly moment: number;
  readonly isFolder: boolean;
  readonly isEncrypted: boolean;
  readonly isZip64: boolean;
  readonly hasExtraField: boolean;
  readonly hasComment: boolean;
}

/** The entries, or why they cannot be listed. */
export type Listing =
  | { readonly entries: readonly ListedEntry[]; readonly isCapped: boolean }
  | { readonly unreadable: Finding };

/** Above any bundle's directory: 1,000 entries with names of 200 characters take a quarter of it. */
const longestRead = 1_000_000;

/**
 * Lists the entries. Reads only the end of the file and the directory; stops after one entry more than a bundle may
 * have. A file that is not a ZIP, is truncated, or has a directory longer than any bundle's gives the finding for it.
 */
export async function listEntries(source: BundleSource): Promise<Listing> {
  const entries: ListedEntry[] = [];
  const directory = directoryReader(source);
  const reader = new ZipReader(directory, {
    strictness: 'tolerant',
    filenameValidation: 'tolerant',
    useWebWorkers: false,
  });
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (entries.length === defaultLimits.entries) return { entries, isCapped: true };
      entries.push(toListedEntry(entry));
    }
  } catch (error) {
    if (isReadError(error)) throw error;
    if (directory.isTooLong()) return { unreadable: tooLong(source) };
    return { unreadable: await whyUnreadable(source) };
  }
  const isUnlisted = entries.length === 0 || (await isListOfFileInside(source, entries));
  return isUnlisted ? { unreadable: await whyUnreadable(source) } : { entries, isCapped: false };
}

const endSignature = 0x06054b50;
/** Length of the end record without its comment, and with the longest one, in bytes (APPNOTE 4.3.16). */
const endLength = 22;
const longestEnd = endLength + 65_535;

/**
 * Whether the directory found belongs to a ZIP inside this file, such as a document or a received bundle, and the
 * file's own is missing: bytes precede the first entry and follow the end of the directory.
 */
async function isListOfFileInside(source: BundleSource, entries: readonly ListedEntry[]): Promise<boolean> {
  if (entries.some(({ offset }) => offset === 0)) return false;
  const length = Math.min(longestEnd, source.size);
  const tail = await source.read(source.size - length, length);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.length);
  for (let at = tail.length - endLength; at >= 0; at -= 1)
    if (view.getUint32(at, true) === endSignature)
      return at + endLength + view.getUint16(at + 20, true) !== tail.length;
  return true;
}

type ZipJsEntry =
  ReturnType<ZipReader<unknown>['getEntriesGenerator']> extends AsyncGenerator<infer E> ? E : never;

function toListedEntry(entry: ZipJsEntry): ListedEntry {
  return {
    name: entry.filename,
    rawName: entry.rawFilename,
    offset: entry.offset,
    size: entry.uncompressedSize,
    compressedSize: entry.compressedSize,
    crc32: entry.crc32 ?? 0,
    method: entry.compressionMethod,
    moment: Number(BigInt.asUintN(32, BigInt(entry.rawLastModDate))),
    isFolder: entry.directory,
    isEncrypted: entry.encrypted,
    isZip64: entry.zip64,
    hasExtraField: entry.rawExtraField.length > 0,
    hasComment: entry.rawComment.length > 0,
  };
}

function tooLong(source: BundleSource): Finding {
  const detail =
    'This is a ZIP file, but its list of contents is longer than that of any file Holdfast made.';
  return unreadable('bundle.file.not-bundle', source.name, detail);
}

async function whyUnreadable(source: BundleSource): Promise<Finding> {
  const start = source.size >= 4 ? await source.read(0, 4) : new Uint8Array();
  const [p, k, third, fourth] = start;
  if (p === 0x50 && k === 0x4b && third === 3 && fourth === 4)
    return unreadable(
      'bundle.file.cut-short',
      source.name,
      'This ZIP file has no readable list of its contents. It was cut short or damaged on its way. Ask for it to be sent again.',
    );
  return unreadable('bundle.file.not-zip', source.name, 'This file is not a ZIP file.');
}

/** A reader for zip.js that refuses a directory of impossible length before memory is allocated. */
function directoryReader(source: BundleSource) {
  let tooLong = false;
  return {
    isTooLong: () => tooLong,
    // The type requires it; with `size` and `readUint8Array` it is never read.
    readable: new ReadableStream(),
    size: source.size,
    async readUint8Array(offset: number, length: number): Promise<Uint8Array> {
      if (length > longestRead) {
        // A read from the start is the search for the end record in a file that has none.
        tooLong = offset > 0 && offset + length <= source.size;
        throw new RangeError('directory too long');
      }
      const end = Math.min(offset + length, source.size);
      return source.read(Math.min(offset, source.size), Math.max(0, end - offset));
    },
  };
}
