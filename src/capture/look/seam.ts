import { type Box, hasArea, intersection, moved, pixelsOf, type Raster } from './raster.ts';

/**
 * A picture's place in the whole that is being joined, in whole device pixels of the picture. `origin` is where the
 * whole's upper left corner falls in the picture, `usable` the part that shows the whole, `restless` the parts that may
 * differ in every frame.
 */
export interface PlacedRaster {
  readonly raster: Raster;
  readonly origin: { readonly x: number; readonly y: number };
  readonly usable: Box;
  readonly restless: readonly Box[];
}

/** `rows` for a picture below another, `columns` for one beside it. */
export type SeamAxis = 'rows' | 'columns';

/**
 * Where two neighbouring pictures agree. `overlap` is what both show; `from` and `to` (exclusive) the longest run of
 * equal lines (rows or columns); all in pixels of the whole. `isWhole`: no line differs. `hasDetail`: lines of the run
 * differ from one another, so that an offset of a few lines would be noticed.
 */
export interface Agreement {
  readonly overlap: Box;
  readonly from: number;
  readonly to: number;
  readonly isWhole: boolean;
  readonly hasDetail: boolean;
}

/** Compares two pictures where they overlap, pixel by pixel, except their restless parts. */
export function agreementOf(one: PlacedRaster, other: PlacedRaster, axis: SeamAxis): Agreement {
  const overlap = overlapOf(one, other);
  const nothing = { overlap, from: 0, to: 0, isWhole: false, hasDetail: false };
  if (!hasArea(overlap)) return nothing;
  const lines = linesOf(one, other, overlap, axis);
  const start = axis === 'rows' ? overlap.y : overlap.x;
  const run = longestRun(lines.same);
  if (run === undefined) return nothing;
  return {
    overlap,
    from: start + run.from,
    to: start + run.to,
    isWhole: run.to - run.from === lines.same.length,
    hasDetail: lines.varies.slice(run.from + 1, run.to).includes(true),
  };
}

/** The part that both pictures show, in pixels of the whole. */
export function overlapOf(one: PlacedRaster, other: PlacedRaster): Box {
  return intersection(placeOf(one), placeOf(other));
}

/** Where the picture's usable part lies in the whole. */
export function placeOf({ usable, origin }: PlacedRaster): Box {
  return moved(usable, { x: 0 - origin.x, y: 0 - origin.y });
}

interface Lines {
  /** Whether both pictures are equal on this line. */
  readonly same: boolean[];
  /** Whether this line differs from the one before it. */
  readonly varies: boolean[];
}

function linesOf(one: PlacedRaster, other: PlacedRaster, overlap: Box, axis: SeamAxis): Lines {
  const isCompared = comparedPixels(one, other, overlap);
  const [width, height] = [overlap.width, overlap.height];
  const count = axis === 'rows' ? height : width;
  const same = new Array<boolean>(count).fill(true);
  const varies = new Array<boolean>(count).fill(false);
  const [first, second] = [pixelsOf(one.raster), pixelsOf(other.raster)];
  const before = axis === 'rows' ? one.raster.width : 1;
  for (let row = 0; row < height; row += 1) {
    const here = startOf(one, overlap, row);
    const there = startOf(other, overlap, row);
    const mask = row * width;
    for (let column = 0; column < width; column += 1) {
      if (isCompared !== undefined && isCompared[mask + column] === 0) continue;
      const line = axis === 'rows' ? row : column;
      const pixel = first[here + column];
      if (pixel !== second[there + column]) same[line] = false;
      else if (line > 0 && pixel !== first[here + column - before]) varies[line] = true;
    }
  }
  return { same, varies };
}

/** Where the overlap's row begins in the picture's pixels. */
function startOf({ raster, origin }: PlacedRaster, overlap: Box, row: number): number {
  return (overlap.y + row + origin.y) * raster.width + overlap.x + origin.x;
}

/** 1 for every pixel of the overlap that is compared; undefined when all are. */
function comparedPixels(one: PlacedRaster, other: PlacedRaster, overlap: Box): Uint8Array | undefined {
  const left = [one, other]
    .flatMap(({ restless, origin }) => restless.map(box => moved(box, { x: 0 - origin.x, y: 0 - origin.y })))
    .map(box => intersection(box, overlap))
    .filter(hasArea);
  if (left.length === 0) return undefined;
  const compared = new Uint8Array(overlap.width * overlap.height).fill(1);
  for (const box of left) {
    for (let row = box.y - overlap.y; row < box.y - overlap.y + box.height; row += 1) {
      const start = row * overlap.width + box.x - overlap.x;
      compared.fill(0, start, start + box.width);
    }
  }
  return compared;
}

function longestRun(same: readonly boolean[]): { from: number; to: number } | undefined {
  let best: { from: number; to: number } | undefined;
  let from = 0;
  for (let line = 0; line <= same.length; line += 1) {
    if (same[line] === true) continue;
    if (line > from && line - from > (best === undefined ? 0 : best.to - best.from))
      best = { from, to: line };
    from = line + 1;
  }
  return best;
}
