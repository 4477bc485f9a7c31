import { deflateRawSync } from 'node:zlib';
import { textBytes } from '../../src/bundle/layout.ts';
import { centralHeader, endRecord, localHeader, toMsDosMoment } from '../../src/bundle/zip/zip-headers.ts';
import { exportedAt } from '../samples/bundle.ts';
import { endLength, files, joined, zip } from './tamper/forgeries.ts';
import { locate, patched, toZip } from './zip-surgery.ts';
import { type Zip64End, zip64End } from './zip64-end.ts';

const moment = toMsDosMoment(new Date(exportedAt));

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
