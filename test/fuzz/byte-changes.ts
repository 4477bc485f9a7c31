import fc from 'fast-check';

/** One change to bytes. Places and lengths may be any number: they are taken modulo what there is. */
export type ByteChange =
  | { readonly kind: 'set' | 'insert'; readonly at: number; readonly bytes: readonly number[] }
  | { readonly kind: 'cut' | 'double'; readonly at: number; readonly length: number }
  | { readonly kind: 'end'; readonly at: number };

/** Any place, and often one near the start, where the first header or tag stands. */
const place = fc.oneof({ weight: 3, arbitrary: fc.nat() }, fc.nat(60), fc.constant(0));
const length = fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 5_000 }));
/** Tags and lengths of DER, signatures of ZIP and marks of JSON, beside any bytes. */
const telling = fc.constantFrom<readonly number[]>(
  [0x30, 0x80],
  [0x30, 0x84, 0xff, 0xff, 0xff, 0xff],
  [0x24, 0x80, 0x04, 0x01],
  [0x00, 0x00],
  [0xff],
  [0x80],
  [0x50, 0x4b, 1, 2],
  [0x50, 0x4b, 3, 4],
  [0x50, 0x4b, 5, 6],
  [0x50, 0x4b, 6, 6],
  [0x50, 0x4b, 6, 7],
  [0x22],
  [0x5c, 0x75, 0x64, 0x38, 0x30, 0x30],
  [0x0a],
  [0x5b, 0x7b],
  [0xef, 0xbb, 0xbf],
);
const bytes = fc.oneof(telling, fc.array(fc.nat(255), { minLength: 1, maxLength: 12 }));

/** Any change. */
export const byteChange: fc.Arbitrary<ByteChange> = fc.oneof(
  fc.record({ kind: fc.constantFrom('set', 'set', 'insert'), at: place, bytes }),
  fc.record({ kind: fc.constantFrom('cut', 'double'), at: place, length }),
  fc.record({ kind: fc.constant('end'), at: place }),
);

/** The bytes with the changes made in their order. They may come out as they were. */
export function withByteChanges(original: Uint8Array, changes: readonly ByteChange[]): Uint8Array {
  return changes.reduce(withByteChange, original);
}

function withByteChange(original: Uint8Array, change: ByteChange): Uint8Array {
  const at = original.length === 0 ? 0 : change.at % original.length;
  const [before, after] = [original.subarray(0, at), original.subarray(at)];
  const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
  switch (change.kind) {
    case 'set':
      return joined(before, Uint8Array.from(change.bytes), after.subarray(change.bytes.length));
    case 'insert':
      return joined(before, Uint8Array.from(change.bytes), after);
    case 'cut':
      return joined(before, after.subarray(change.length));
    case 'double':
      return joined(before, after.subarray(0, change.length), after);
    case 'end':
      return before.slice();
  }
}
