import fc from 'fast-check';

/** Any but the halves of pairs, which lie in the middle. */
const codePoint = fc.nat(0x10ffff - 0x800).map(nth => (nth < 0xd800 ? nth : nth + 0x800));

/**
 * Any text that is well-formed, of so many code points at most. `fc.string({ unit: 'binary' })` is the same, and takes
 * seconds to begin with, because it lists every code point.
 */
export function anyText(maxLength: number): fc.Arbitrary<string> {
  return fc.array(codePoint, { maxLength }).map(points => String.fromCodePoint(...points));
}
