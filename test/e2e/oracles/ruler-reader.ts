import type { CodeKind } from './ruler-code.ts';
import { decoded } from './ruler-code.ts';

/** What is read: eight bits of red, green, blue and alpha a pixel, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/**
 * A code where it stands in a picture: `x` is where it begins in the reading direction, `from` and `to` (exclusive) the
 * lines that show it without a break of more than two. Device pixels. `cell` is the width of one of its cells.
 */
export interface Span {
  readonly kind: CodeKind;
  readonly number: number;
  readonly x: number;
  readonly cell: number;
  readonly from: number;
  readonly to: number;
}

interface Sighting {
  readonly kind: CodeKind;
  readonly number: number;
  readonly x: number;
  readonly cell: number;
}

/** A code that shows in fewer lines than this is the blend of two at their border. */
const fewestLines = 3;
/** Lines or columns of pixels that a border between two colours may blur. */
const blur = 2;

/**
 * Every code in a picture, by the line where it begins. `turned` reads lines from the right to the left and each from
 * its top, as rows of `writing-mode: vertical-rl` lie.
 */
export function readCodes(image: Pixels, turned = false): readonly Span[] {
  const lines = turned ? image.width : image.height;
  const open: { -readonly [K in keyof Span]: Span[K] }[] = [];
  const ended: Span[] = [];
  let before: Int8Array | undefined;
  let sightings: readonly Sighting[] = [];
  for (let y = 0; y < lines; y++) {
    const line = coloursOf(image, y, turned);
    if (before === undefined || !sameLine(line, before)) sightings = codesIn(line);
    before = line;
    for (const seen of sightings) {
      const known = open.find(
        span => span.kind === seen.kind && span.number === seen.number && Math.abs(span.x - seen.x) <= blur,
      );
      if (known) known.to = y + 1;
      else open.push({ ...seen, from: y, to: y + 1 });
    }
    for (let at = open.length - 1; at >= 0; at--) {
      const span = open[at];
      if (span && span.to < y - blur) ended.push(...open.splice(at, 1));
    }
  }
  return [...ended, ...open]
    .filter(span => span.to - span.from >= fewestLines)
    .sort((a, b) => a.from - b.from || a.x - b.x);
}

const white = 7;
const nothing = -1;
/** Places of the colours in the palette by their bits: red 1, green 2, blue 4. Black is 6, white 7. */
const byBits = [6, 0, 1, 3, 2, 5, 4, white] as const;
const blackCell = 6;

/** The line's pixels as places in the palette, -1 for what is none of its colours. */
function coloursOf({ width, height, data }: Pixels, y: number, turned: boolean): Int8Array {
  const length = turned ? height : width;
  const line = new Int8Array(length);
  for (let x = 0; x < length; x++) {
    const at = (turned ? x * width + (width - 1 - y) : y * width + x) * 4;
    line[x] = colourAt(data, at);
  }
  return line;
}

function colourAt(data: Uint8Array, at: number): number {
  let bits = 0;
  for (let channel = 0; channel < 3; channel++) {
    const value = data[at + channel] ?? 128;
    if (value > 190) bits |= 1 << channel;
    else if (value >= 65) return nothing;
  }
  return byBits[bits] ?? nothing;
}

function sameLine(a: Int8Array, b: Int8Array): boolean {
  return Buffer.from(a.buffer, a.byteOffset, a.length).equals(Buffer.from(b.buffer, b.byteOffset, b.length));
}

interface Run {
  readonly colour: number;
  readonly from: number;
  readonly length: number;
}

/** Runs of one colour; what is between two colours and no wider than a blur is left out. */
function runsOf(line: Int8Array): Run[] {
  const runs: Run[] = [];
  for (let x = 0; x < line.length; ) {
    const colour = line[x] ?? nothing;
    let end = x + 1;
    while (end < line.length && line[end] === colour) end++;
    if (end - x > blur || (colour !== nothing && end - x > 1))
      runs.push({ colour, from: x, length: end - x });
    x = end;
  }
  return runs;
}

function codesIn(line: Int8Array): Sighting[] {
  const runs = runsOf(line);
  const found: Sighting[] = [];
  for (let at = 0; at + 8 < runs.length; at++) {
    if (runs[at]?.colour !== blackCell) continue;
    const cells = runs.slice(at + 1, at + 8);
    if (runs[at + 8]?.colour !== blackCell || cells.some(({ colour }) => colour < 0 || colour > 5)) continue;
    const sighting = sightingOf(cells);
    if (sighting) found.push(sighting);
  }
  return found;
}

function sightingOf(cells: readonly Run[]): Sighting | undefined {
  const lengths = cells.map(({ length }) => length);
  if (Math.max(...lengths) > Math.min(...lengths) * 1.5 + blur) return undefined;
  const code = decoded(cells.map(({ colour }) => colour));
  const [first, last] = [cells[0], cells.at(-1)];
  if (!code || !first || !last) return undefined;
  const cell = (last.from + last.length - first.from) / cells.length;
  return { ...code, x: Math.round(first.from - cell), cell };
}
