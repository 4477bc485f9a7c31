import { hasArea, intersection, pixelsOf, type Raster } from './raster.ts';
import type { PlacedRaster } from './seam.ts';

/**
 * How many rows must be added to the lower picture's place in the whole so that it continues the upper one. Uses rows
 * that occur once in each picture; at least `least` consecutive rows must then agree. Undefined when none do.
 */
export function shiftOf(upper: PlacedRaster, lower: PlacedRaster, least: number): number | undefined {
  const above = digestsOf(upper, lower);
  const below = digestsOf(lower, upper);
  if (above === undefined || below === undefined) return undefined;
  const places = onceOnly(above.digests);
  const votes = new Map<number, number>();
  for (const [digest, row] of onceOnly(below.digests)) {
    const place = places.get(digest);
    if (place === undefined) continue;
    const shift = above.top + place - (below.top + row);
    votes.set(shift, (votes.get(shift) ?? 0) + 1);
  }
  // What is at the same place in both pictures stayed in the window, or is an old picture: the page did not move there.
  votes.delete(lower.origin.y - upper.origin.y);
  const ranked = Array.from(votes).toSorted(([, one], [, other]) => other - one);
  return ranked.map(([shift]) => shift).find(shift => runAt(above, below, shift) >= least);
}

interface Rows {
  /** The row of the whole that the first digest belongs to. */
  readonly top: number;
  /** 0 for a row of one colour, which cannot be placed. */
  readonly digests: Uint32Array;
}

/** A digest of each usable row, over the shared columns without anything restless; undefined when none are shared. */
function digestsOf(placed: PlacedRaster, other: PlacedRaster): Rows | undefined {
  const { raster, usable, origin } = placed;
  const left = Math.max(usable.x - origin.x, other.usable.x - other.origin.x) + origin.x;
  const right =
    Math.min(usable.x + usable.width - origin.x, other.usable.x + other.usable.width - other.origin.x) +
    origin.x;
  if (right <= left) return undefined;
  const columns = quietColumns(placed, other, left, right);
  const digests = new Uint32Array(usable.height);
  for (let row = 0; row < usable.height; row += 1) digests[row] = digestOf(raster, usable.y + row, columns);
  return { top: usable.y - origin.y, digests };
}

function quietColumns(placed: PlacedRaster, other: PlacedRaster, left: number, right: number): Uint32Array {
  const columns: number[] = [];
  const boxes = [placed, other].flatMap(({ restless, usable, origin }) =>
    restless
      .map(box => intersection(box, usable))
      .filter(hasArea)
      .map(box => ({ from: box.x - origin.x, to: box.x + box.width - origin.x })),
  );
  for (let column = left; column < right; column += 1) {
    const at = column - placed.origin.x;
    if (!boxes.some(({ from, to }) => at >= from && at < to)) columns.push(column);
  }
  return Uint32Array.from(columns);
}

/** FNV-1a over the row's pixels, 32 bits per step; 0 when they all have one colour. */
function digestOf(raster: Raster, row: number, columns: Uint32Array): number {
  const pixels = pixelsOf(raster);
  const start = row * raster.width;
  const first = pixels[start + (columns[0] ?? 0)];
  let digest = 0x811c9dc5;
  let isUniform = true;
  for (const column of columns) {
    const pixel = pixels[start + column] ?? 0;
    if (pixel !== first) isUniform = false;
    digest = Math.imul(digest ^ pixel, 0x01000193);
  }
  return isUniform ? 0 : digest >>> 0 || 1;
}

/** The digests that occur exactly once, with their rows; rows of one colour are left out. */
function onceOnly(digests: Uint32Array): Map<number, number> {
  const rows = new Map<number, number>();
  const twice = new Set<number>();
  digests.forEach((digest, row) => {
    if (digest === 0 || twice.has(digest)) return;
    if (rows.delete(digest)) twice.add(digest);
    else rows.set(digest, row);
  });
  return rows;
}

/** The longest run of equal rows when the lower picture is moved by `shift`. */
function runAt(above: Rows, below: Rows, shift: number): number {
  let longest = 0;
  let run = 0;
  for (let row = 0; row < below.digests.length; row += 1) {
    const place = below.top + row + shift - above.top;
    const isSame = place >= 0 && place < above.digests.length && above.digests[place] === below.digests[row];
    run = isSame ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
