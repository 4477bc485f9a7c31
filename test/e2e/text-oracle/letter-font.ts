/**
 * A TrueType font whose letters can be read back from pixels. Each fills a square: a bar down the left quarter, eight
 * bits in two columns of four beside it, and the last quarter empty. At 16 px every bit is 4 px wide and high.
 */

export const cellSize = 16;

const letters = Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.…•-:#');
const unitsPerEm = 1024;
const quarter = unitsPerEm / 4;

/** The pattern of a letter: two columns of four bits, neither of them full, so that none looks like the bar. */
function patternOf(index: number): readonly [number, number] {
  return [(index + 1) % 15, Math.floor((index + 1) / 15)];
}

/** The letter with these two columns of bits; undefined when no letter has them. */
export function letterWith(first: number, second: number): string | undefined {
  const index = letters.findIndex((_, at) => {
    const [one, other] = patternOf(at);
    return one === first && other === second;
  });
  return letters[index];
}

/** The font's file. */
export function letterFont(): Uint8Array {
  // Glyph 0 is a plain box for letters that the font does not have, glyph 1 is the space.
  const glyphs = [glyphOf([[0, 0, 700, 700]]), new Uint8Array(0), ...letters.map((_, at) => letterGlyph(at))];
  const offsets = [0];
  for (const glyph of glyphs) offsets.push((offsets.at(-1) ?? 0) + glyph.length);
  const tables: Record<string, Uint8Array> = {
    'OS/2': os2(),
    cmap: cmap(),
    glyf: joined(glyphs),
    head: head(),
    hhea: hhea(glyphs.length),
    hmtx: joined(glyphs.map(() => bytes([u16(unitsPerEm), i16(0)]))),
    loca: bytes(offsets.map(u32)),
    maxp: maxp(glyphs.length),
    name: names(),
    post: bytes([u32(0x00030000), u32(0), i16(0), i16(0), u32(1), u32(0), u32(0), u32(0), u32(0)]),
  };
  return file(tables);
}

function letterGlyph(index: number): Uint8Array {
  const boxes = [[0, 0, quarter, unitsPerEm]];
  for (const [column, bits] of patternOf(index).entries()) {
    for (let row = 0; row < 4; row += 1) {
      if ((bits & (8 >> row)) === 0) continue;
      const left = quarter * (column + 1);
      const bottom = unitsPerEm - quarter * (row + 1);
      boxes.push([left, bottom, left + quarter, bottom + quarter]);
    }
  }
  return glyphOf(boxes);
}

function glyphOf(boxes: readonly (readonly number[])[]): Uint8Array {
  const points = boxes.flatMap(([left = 0, bottom = 0, right = 0, top = 0]) => [
    [left, bottom],
    [left, top],
    [right, top],
    [right, bottom],
  ]);
  const xs = points.map(([x = 0]) => x);
  const ys = points.map(([, y = 0]) => y);
  const steps = (values: readonly number[]) => values.map((value, at) => i16(value - (values[at - 1] ?? 0)));
  return padded(
    bytes([
      i16(boxes.length),
      ...[Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].map(i16),
      ...boxes.map((_, at) => u16(at * 4 + 3)),
      u16(0),
      ...points.map(() => [1]),
      ...steps(xs),
      ...steps(ys),
    ]),
  );
}

function cmap(): Uint8Array {
  const codes = [[0x20, 1], [0xa0, 1], ...letters.map((letter, at) => [letter.codePointAt(0) ?? 0, at + 2])];
  const groups = codes.toSorted(([one = 0], [other = 0]) => one - other);
  const body = groups.flatMap(([code = 0, glyph = 0]) => [u32(code), u32(code), u32(glyph)]);
  const table = bytes([u16(12), u16(0), u32(16 + groups.length * 12), u32(0), u32(groups.length), ...body]);
  return joined([bytes([u16(0), u16(1), u16(3), u16(10), u32(12)]), table]);
}

function head(): Uint8Array {
  return bytes([
    u32(0x00010000),
    u32(0x00010000),
    u32(0),
    u32(0x5f0f3cf5),
    u16(0x000b),
    u16(unitsPerEm),
    u32(0),
    u32(0),
    u32(0),
    u32(0),
    ...[0, 0, unitsPerEm, unitsPerEm].map(i16),
    u16(0),
    u16(8),
    i16(2),
    i16(1),
    i16(0),
  ]);
}

function hhea(glyphCount: number): Uint8Array {
  const metrics = [unitsPerEm, 0, 0, unitsPerEm, 0, 0, unitsPerEm, 1, 0, 0, 0, 0, 0, 0, 0];
  return bytes([u32(0x00010000), ...metrics.map(i16), u16(glyphCount)]);
}

function maxp(glyphCount: number): Uint8Array {
  return bytes([
    u32(0x00010000),
    u16(glyphCount),
    u16(40),
    u16(10),
    ...[0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0].map(u16),
  ]);
}

function os2(): Uint8Array {
  return bytes([
    u16(4),
    i16(unitsPerEm),
    u16(400),
    u16(5),
    u16(0),
    ...[600, 600, 0, 0, 600, 600, 0, 300, 50, 300, 0].map(i16),
    Array(10).fill(0),
    u32(1),
    u32(0),
    u32(0),
    u32(0),
    Array.from('HOLD', letter => letter.charCodeAt(0)),
    u16(0x40),
    u16(0x20),
    u16(0x2026),
    i16(unitsPerEm),
    i16(0),
    i16(0),
    u16(unitsPerEm),
    u16(0),
    u32(1),
    u32(0),
    i16(500),
    i16(700),
    u16(0),
    u16(0x20),
    u16(1),
  ]);
}

function names(): Uint8Array {
  const text = Array.from('Letters', letter => u16(letter.charCodeAt(0))).flat();
  const records = [1, 2, 4, 6].flatMap(id => [u16(3), u16(1), u16(0x409), u16(id), u16(text.length), u16(0)]);
  return bytes([u16(0), u16(4), u16(6 + 48), ...records, text]);
}

function file(tables: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries = Object.entries(tables).map(([tag, data]) => ({ tag, data, all: padded(data) }));
  let at = 12 + 16 * entries.length;
  const directory = entries.flatMap(({ tag, data, all }) => {
    const record = [
      Array.from(tag.padEnd(4), letter => letter.charCodeAt(0)),
      u32(checksum(all)),
      u32(at),
      u32(data.length),
    ];
    at += all.length;
    return record;
  });
  const header = bytes([
    u32(0x00010000),
    u16(entries.length),
    u16(128),
    u16(3),
    u16(16 * entries.length - 128),
    ...directory,
  ]);
  return joined([header, ...entries.map(({ all }) => all)]);
}

function checksum(data: Uint8Array): number {
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  let sum = 0;
  for (let at = 0; at < data.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

function u16(value: number): number[] {
  return [(value >> 8) & 0xff, value & 0xff];
}

function i16(value: number): number[] {
  return u16(value & 0xffff);
}

function u32(value: number): number[] {
  return [...u16(value >>> 16), ...u16(value & 0xffff)];
}

function bytes(parts: readonly (readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flat());
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap(part => Array.from(part)));
}

function padded(data: Uint8Array): Uint8Array {
  const all = new Uint8Array(Math.ceil(data.length / 4) * 4);
  all.set(data);
  return all;
}
