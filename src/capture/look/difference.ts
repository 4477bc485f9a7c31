import { type Box, intersection, type Raster, sizeOf } from './raster.ts';

/** The side of the squares in which pictures are compared, in pixels. */
const side = 16;
/** Channels that differ by no more than this count as the same colour, because letters may be smoothed differently. */
const slack = 24;
/** The share of a square that must differ in colour for the square to count as different. */
const share = 0.2;

/**
 * The squares in which two pictures of the same place differ. `by` added to a place in `one` gives its place in
 * `other`. Squares that touch a `restless` box are left out. Empty when nothing differs.
 */
export function differencesBetween(
  one: Raster,
  other: Raster,
  {
    box,
    by,
    restless,
  }: {
    readonly box: Box;
    readonly by: { readonly x: number; readonly y: number };
    readonly restless: readonly Box[];
  },
): readonly Box[] {
  const there = { x: 0 - by.x, y: 0 - by.y, ...sizeOf(other) };
  const compared = intersection(intersection(box, { x: 0, y: 0, ...sizeOf(one) }), there);
  const found: Box[] = [];
  for (let y = compared.y; y < compared.y + compared.height; y += side) {
    for (let x = compared.x; x < compared.x + compared.width; x += side) {
      const square = intersection({ x, y, width: side, height: side }, compared);
      if (restless.some(part => isTouching(part, square))) continue;
      if (isOther(one, other, square, by)) found.push(square);
    }
  }
  return found;
}

function isTouching(one: Box, other: Box): boolean {
  const { width, height } = intersection(one, other);
  return width > 0 && height > 0;
}

function isOther(
  one: Raster,
  other: Raster,
  { x, y, width, height }: Box,
  by: { x: number; y: number },
): boolean {
  let count = 0;
  for (let row = y; row < y + height; row += 1) {
    for (let column = x; column < x + width; column += 1) {
      const here = (row * one.width + column) * 4;
      const there = ((row + by.y) * other.width + column + by.x) * 4;
      if (isFar(one.data, here, other.data, there)) count += 1;
    }
  }
  return count > width * height * share;
}

function isFar(one: Uint8ClampedArray, here: number, other: Uint8ClampedArray, there: number): boolean {
  for (let channel = 0; channel < 3; channel += 1) {
    if (Math.abs((one[here + channel] ?? 0) - (other[there + channel] ?? 0)) > slack) return true;
  }
  return false;
}
