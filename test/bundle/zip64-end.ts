import { endRecord, endRecordLength } from '../../src/bundle/zip/zip-headers.ts';

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
  const bytes = new Uint8Array(56 + 20 + endRecordLength);
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
