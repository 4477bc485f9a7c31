import fc from 'fast-check';
import { zip64End } from '../bundle/zip64-end.ts';
import { type ByteChange, byteChange, withByteChanges } from './byte-changes.ts';

/** One number in a header, by the header's place in the file and the field's in the header. */
interface FieldChange {
  readonly kind: 'field';
  readonly header: number;
  readonly field: number;
  readonly value: number;
}

/** What is done to a ZIP: numbers in its headers first, then its end, then any bytes. */
export interface ZipChange {
  readonly fields: readonly FieldChange[];
  /** A ZIP64 end in place of the real one; numbers as texts, since they may have 64 bits. */
  readonly end?: { readonly [name in 'entries' | 'length' | 'offset' | 'at']: string } | undefined;
  readonly bytes: readonly ByteChange[];
}

/** Where headers keep their numbers, and in how many bytes: local, central, end. */
const layouts = new Map<number, readonly (readonly [offset: number, bytes: 2 | 4])[]>([
  [
    0x04034b50,
    [
      [4, 2],
      [6, 2],
      [8, 2],
      [10, 4],
      [14, 4],
      [18, 4],
      [22, 4],
      [26, 2],
      [28, 2],
    ],
  ],
  [
    0x02014b50,
    [
      [4, 2],
      [8, 2],
      [10, 2],
      [16, 4],
      [20, 4],
      [24, 4],
      [28, 2],
      [30, 2],
      [32, 2],
      [34, 2],
      [38, 4],
      [42, 4],
    ],
  ],
  [
    0x06054b50,
    [
      [4, 2],
      [6, 2],
      [8, 2],
      [10, 2],
      [12, 4],
      [16, 4],
      [20, 2],
    ],
  ],
]);

const telling = fc.constantFrom(
  0,
  1,
  8,
  99,
  0x7f,
  0x800,
  0xffff,
  0x10000,
  0x7fffffff,
  0xfffffffe,
  0xffffffff,
);
const field: fc.Arbitrary<FieldChange> = fc.record({
  kind: fc.constant('field'),
  header: fc.nat(),
  field: fc.nat(),
  value: fc.oneof(telling, fc.nat(30_000), fc.nat(0xffffffff)),
});
const large = fc.oneof(
  fc.constantFrom(0n, 1n, 22n, 0xffffn, 0xffffffffn, 2n ** 53n, 2n ** 63n, 2n ** 64n - 1n),
  fc.bigInt({ min: 0n, max: 30_000n }),
);
const end = fc
  .record({ entries: large, length: large, offset: large, at: large })
  .map(({ entries, length, offset, at }) => ({
    entries: `${entries}`,
    length: `${length}`,
    offset: `${offset}`,
    at: `${at}`,
  }));

/** Any change to a ZIP. */
export const zipChange: fc.Arbitrary<ZipChange> = fc.record({
  fields: fc.array(field, { maxLength: 3 }),
  end: fc.option(end, { nil: undefined, freq: 8 }),
  bytes: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.array(byteChange, { maxLength: 3 })),
});

/** The ZIP with the changes made. It may come out as it was. */
export function withZipChange(original: Uint8Array, change: ZipChange): Uint8Array {
  const bytes = original.slice();
  const view = new DataView(bytes.buffer);
  const headers = headersOf(original);
  for (const { header, field: index, value } of change.fields) {
    const at = headers[header % headers.length] ?? 0;
    const fields = layouts.get(view.getUint32(at, true)) ?? [];
    const [offset, size] = fields[index % fields.length] ?? [4, 2];
    if (size === 2) view.setUint16(at + offset, value, true);
    else view.setUint32(at + offset, value, true);
  }
  return withByteChanges(change.end === undefined ? bytes : withEnd(bytes, change.end), change.bytes);
}

function withEnd(bytes: Uint8Array, numbers: NonNullable<ZipChange['end']>): Uint8Array {
  const { entries, length, offset, at } = numbers;
  const [own, whole] = [bytes.length - 22, (text: string) => BigInt.asUintN(64, BigInt(text))];
  const made = zip64End({
    entries: whole(entries),
    length: whole(length),
    offset: whole(offset),
    at: whole(at),
  });
  return new Uint8Array(Buffer.concat([bytes.subarray(0, own), made]));
}

let known: { readonly zip: Uint8Array; readonly headers: readonly number[] } | undefined;
function headersOf(zip: Uint8Array): readonly number[] {
  if (known?.zip === zip) return known.headers;
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  const headers = Array.from({ length: zip.length - 21 }, (_, at) => at).filter(
    at => zip[at] === 0x50 && layouts.has(view.getUint32(at, true)),
  );
  known = { zip, headers };
  return headers;
}
