import { deflateRawSync } from 'node:zlib';
import { textBytes } from '../../src/bundle/layout.ts';
import { centralHeader, endRecord, localHeader, toMsDosMoment } from '../../src/bundle/zip-headers.ts';
import { exportedAt } from './sample-bundle.ts';
import { endLength, files, joined, zip } from './tamper/forgeries.ts';
import { locate, patched, toZip } from './zip-surgery.ts';

const moment = toMsDosMoment(new Date(exportedAt));

/** What an end record for more than 65,535 entries or 4 GB says. APPNOTE.TXT 4.3.14 to 4.3.16. */
export interface Zip64End {
  readonly entries: bigint;
  readonly length: bigint;
  readonly offset: bigint;
  /** Where the locator says that the ZIP64 end record stands. */
  readonly at: bigint;
}

/** The ZIP64 end record, its locator, and an end record that points to them. */
export function zip64End({ entries, length, offset, at }: Zip64End): Uint8Array {
  const bytes = new Uint8Array(56 + 20 + endLength);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x06064b50, true);
  view.setBigUint64(4, 44n, true);
  view.setUint16(12, 45, true);
  view.setUint16(14, 45, true);
  view.setBigUint64(24, entries, true);
  view.setBigUint64(32, entries, true);
  view.setBigUint64(40, length, true);
  view.setBigUint64(48, offset, true);
  view.setUint32(56, 0x07064b50, true);
  view.setBigUint64(64, at, true);
  view.setUint32(72, 1, true);
  bytes.set(endRecord(0xffff, 0xffffffff, 0xffffffff), 76);
  return bytes;
}

/** The sample with a ZIP64 end that says of its directory what `change` makes of the truth. */
export function withZip64End(change: (end: Zip64End) => Partial<Zip64End> = () => ({})): Uint8Array {
  const end = zip.length - endLength;
  const view = new DataView(zip.buffer, zip.byteOffset);
  const truth: Zip64End = {
    entries: BigInt(view.getUint16(end + 10, true)),
    length: BigInt(view.getUint32(end + 12, true)),
    offset: BigInt(view.getUint32(end + 16, true)),
    at: BigInt(end),
  };
  return joined(zip.subarray(0, end), zip64End({ ...truth, ...change(truth) }));
}

/** So many files of one byte, each listed, with a ZIP64 end when there are more than 65,535. */
export function manyEntries(count: number): Uint8Array {
  const extra = Array.from({ length: count }, (_, index) => [`data/${index}`, textBytes('x')] as const);
  const all = toZip(files(), { extra });
  const view = new DataView(all.buffer);
  const end = all.length - endLength;
  const entries = count + files().size;
  if (entries < 0x10000) return all;
  return joined(
    all.subarray(0, end),
    zip64End({
      entries: BigInt(entries),
      length: BigInt(view.getUint32(end + 12, true)),
      offset: BigInt(view.getUint32(end + 16, true)),
      at: BigInt(end),
    }),
  );
}

/** A file of `size` bytes that nearly a thousand entries share, each with a name of its own. */
export function sharedBytes(size: number): Uint8Array {
  const content = new Uint8Array(size).fill(0x20);
  const facts = (name: string) => ({ rawName: textBytes(name), offset: 0, size, crc32: 0, moment });
  const local = localHeader(facts('data/case.json'));
  const names = [
    'data/case.json',
    'data/custody.jsonl',
    ...Array.from({ length: 990 }, (_, at) => `data/${at}`),
  ];
  const directory = joined(...names.map(name => centralHeader(facts(name))));
  const end = endRecord(names.length, directory.length, local.length + size);
  return joined(local, content, directory, end);
}

/** One entry whose few bytes inflate to `size` zeros, and whose headers say so. */
export function bomb(size: number): Uint8Array {
  const content = deflateRawSync(new Uint8Array(size));
  const facts = { rawName: textBytes('data/case.json'), offset: 0, size: content.length, crc32: 0, moment };
  const local = localHeader(facts);
  const central = centralHeader(facts);
  for (const [header, start] of [
    [local, 8],
    [central, 10],
  ] as const) {
    const view = new DataView(header.buffer);
    view.setUint16(start, 8, true);
    view.setUint32(start + 14, size, true);
  }
  const end = endRecord(1, central.length, local.length + content.length);
  return joined(local, content, central, end);
}

/** The sample with an entry marked as a symbolic link in the Unix mode. */
export function withLink(name: string): Uint8Array {
  const mode = 0o120777;
  return patched(zip, locate(zip, name).central + 40, [mode & 0xff, mode >> 8]);
}
