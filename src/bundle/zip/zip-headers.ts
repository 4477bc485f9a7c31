/** A regular file that its owner may write and everyone may read. */
export const unixMode = 0o100644;

/** The content of an entry's header. `moment` is MS-DOS time (low 16 bits) and date (high 16 bits). */
export interface HeaderFacts {
  readonly rawName: Uint8Array;
  readonly offset: number;
  readonly size: number;
  readonly crc32: number;
  readonly moment: number;
}

/** One field of a header: its name for people, its offset and its length in bytes. */
interface Field {
  readonly name: string;
  readonly offset: number;
  readonly length: number;
}

/** Local file header, APPNOTE.TXT 4.3.7. */
const localFields: readonly Field[] = [
  { name: 'signature', offset: 0, length: 4 },
  { name: 'version needed', offset: 4, length: 2 },
  { name: 'flags', offset: 6, length: 2 },
  { name: 'compression method', offset: 8, length: 2 },
  { name: 'time', offset: 10, length: 2 },
  { name: 'date', offset: 12, length: 2 },
  { name: 'CRC-32', offset: 14, length: 4 },
  { name: 'compressed size', offset: 18, length: 4 },
  { name: 'size', offset: 22, length: 4 },
  { name: 'length of the name', offset: 26, length: 2 },
  { name: 'length of the extra field', offset: 28, length: 2 },
];

/** Central directory header, APPNOTE.TXT 4.3.12. */
const centralFields: readonly Field[] = [
  { name: 'signature', offset: 0, length: 4 },
  { name: 'version made by', offset: 4, length: 2 },
  ...localFields.slice(1).map(field => ({ ...field, offset: field.offset + 2 })),
  { name: 'length of the comment', offset: 32, length: 2 },
  { name: 'disk', offset: 34, length: 2 },
  { name: 'internal attributes', offset: 36, length: 2 },
  { name: 'external attributes', offset: 38, length: 4 },
  { name: 'offset', offset: 42, length: 4 },
];

/** The length of a local header without its name. */
export const localHeaderLength = 30;
/** The length of a central header without its name. */
export const centralHeaderLength = 46;
/** The length of the end of central directory record without a comment. */
export const endRecordLength = 22;

/** The local header that the writer makes for this entry, name included. */
export function localHeader(facts: HeaderFacts): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(localHeaderLength + facts.rawName.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x04034b50, true);
  writeCommon(view, 4, facts);
  bytes.set(facts.rawName, localHeaderLength);
  return bytes;
}

/** The central header that the writer makes for this entry, name included. */
export function centralHeader(facts: HeaderFacts): Uint8Array {
  const bytes = new Uint8Array(centralHeaderLength + facts.rawName.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x02014b50, true);
  // Made by version 3.0 on Unix.
  view.setUint16(4, 0x031e, true);
  writeCommon(view, 6, facts);
  view.setUint32(38, unixMode * 0x10000, true);
  view.setUint32(42, facts.offset, true);
  bytes.set(facts.rawName, centralHeaderLength);
  return bytes;
}

/** The end of central directory record that the writer makes, APPNOTE.TXT 4.3.16. */
export function endRecord(entries: number, directoryLength: number, directoryOffset: number): Uint8Array {
  const bytes = new Uint8Array(endRecordLength);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, entries, true);
  view.setUint16(10, entries, true);
  view.setUint32(12, directoryLength, true);
  view.setUint32(16, directoryOffset, true);
  return bytes;
}

/** The names of the fields in which a local header differs from the expected one; empty when none do. */
export function differingLocalFields(actual: Uint8Array, expected: Uint8Array): readonly string[] {
  return differing(localFields, localHeaderLength, actual, expected);
}

/** The names of the fields in which a central header differs from the expected one; empty when none do. */
export function differingCentralFields(actual: Uint8Array, expected: Uint8Array): readonly string[] {
  return differing(centralFields, centralHeaderLength, actual, expected);
}

/** MS-DOS time and date of a moment, in UTC, as in {@link HeaderFacts}; the resolution is two seconds. */
export function toMsDosMoment(at: Date): number {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const date = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  return ((date << 16) | time) >>> 0;
}

/** Whether two byte arrays are equal. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

function writeCommon(view: DataView, start: number, facts: HeaderFacts): void {
  view.setUint16(start, 10, true);
  view.setUint32(start + 6, facts.moment, true);
  view.setUint32(start + 10, facts.crc32, true);
  view.setUint32(start + 14, facts.size, true);
  view.setUint32(start + 18, facts.size, true);
  view.setUint16(start + 22, facts.rawName.length, true);
}

function differing(
  fields: readonly Field[],
  nameOffset: number,
  actual: Uint8Array,
  expected: Uint8Array,
): readonly string[] {
  const differs = (from: number, to: number) =>
    !sameBytes(actual.subarray(from, to), expected.subarray(from, to));
  const names = fields
    .filter(field => differs(field.offset, field.offset + field.length))
    .map(field => field.name);
  return differs(nameOffset, expected.length) ? [...names, 'name'] : names;
}
