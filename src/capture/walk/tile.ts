import type { View } from '../../messaging/page-protocol.ts';
import { type BlankBand, blankBands } from '../look/blank.ts';
import { type Box, pixelsOf, type Raster } from '../look/raster.ts';
import { type Agreement, agreementOf, type PlacedRaster, type SeamAxis } from '../look/seam.ts';
import type { Shot } from '../pictures/frame.ts';
import { type Frame, shotBox } from '../pictures/frame.ts';
import type { PlacedTile } from '../pictures/stitch.ts';

/**
 * A shot in its place among the others. `usable` shrinks where a neighbour shows the same lines; `origin` moves where
 * the pixels show that the page moved; `raster` is dropped once no neighbour needs it.
 */
export interface Tile {
  readonly path: string;
  readonly view: View;
  readonly frame: Frame;
  readonly restless: readonly Box[];
  origin: { readonly x: number; readonly y: number };
  usable: Box;
  raster: Raster | undefined;
}

/** The shot as a tile, moved by `drift` rows below where the page says that it lies. */
export function tileOf({ path, view, frame, raster }: Shot, drift: number): Tile {
  return {
    ...{ path, view, frame, raster },
    restless: view.restless.map(rect => shotBox(rect, view.measure, frame.scale)),
    origin: { x: frame.origin.x, y: frame.origin.y - drift },
    usable: frame.usable,
  };
}

/** The tile as {@link PlacedTile}, for the join. */
export function placedOf({ path, usable, origin }: Tile): PlacedTile {
  return { path, from: usable, to: { x: usable.x - origin.x, y: usable.y - origin.y } };
}

/** The tile's pixels for comparing; undefined when they were dropped. */
export function rasterOf(tile: Tile): PlacedRaster | undefined {
  const { raster, origin, frame, restless } = tile;
  return raster === undefined ? undefined : { raster, origin, usable: frame.usable, restless };
}

/** Where two tiles agree; undefined when the pixels of one were dropped. */
export function agreementBetween(one: Tile, other: Tile, axis: SeamAxis): Agreement | undefined {
  const [first, second] = [rasterOf(one), rasterOf(other)];
  return first && second && agreementOf(first, second, axis);
}

/** How many CSS pixels must be equal at a seam. */
const leastRun = 8;

/**
 * Whether two tiles continue one another: all that they share is equal, or a long enough run of it with lines that can
 * be told apart.
 */
export function continues({ overlap, from, to, isWhole, hasDetail }: Agreement, scale: number): boolean {
  if (overlap.width === 0 || overlap.height === 0) return false;
  return isWhole || (hasDetail && to - from >= leastRun * scale);
}

/** Cuts two tiles that continue one another in the middle of their agreeing part. */
export function cutBetween(one: Tile, other: Tile, { from, to }: Agreement, axis: SeamAxis): void {
  const cut = Math.floor((from + to) / 2);
  if (axis === 'rows') {
    one.usable = { ...one.usable, height: Math.max(0, cut + one.origin.y - one.usable.y) };
    other.usable = cutTop(other, cut);
  } else {
    one.usable = { ...one.usable, width: Math.max(0, cut + one.origin.x - one.usable.x) };
    const x = Math.max(other.usable.x, cut + other.origin.x);
    other.usable = { ...other.usable, x, width: Math.max(0, other.usable.x + other.usable.width - x) };
  }
}

function cutTop({ usable, origin }: Tile, cut: number): Box {
  const y = Math.max(usable.y, cut + origin.y);
  return { ...usable, y, height: Math.max(0, usable.y + usable.height - y) };
}

/** The last row of the whole that the shot shows, exclusive. */
export function bottomOf({ frame, origin }: Tile): number {
  return frame.usable.y + frame.usable.height - origin.y;
}

/** The last column of the whole that the shot shows, exclusive. */
export function rightOf({ frame, origin }: Tile): number {
  return frame.usable.x + frame.usable.width - origin.x;
}

/** The first row of the whole that the shot shows. */
export function topOf({ frame, origin }: Tile): number {
  return frame.usable.y - origin.y;
}

/**
 * How many rows the next shot must share with this one for a comparison: `least`, or more where the last rows are all
 * equal; at most half of the usable height.
 */
export function sharedRows(tile: Tile, least: number): number {
  const { raster, frame } = tile;
  const { x, y, width, height } = frame.usable;
  const most = Math.floor(height / 2);
  if (raster === undefined) return Math.min(least, most);
  const bottom = y + height;
  for (let row = bottom - 2; row > bottom - most; row -= 1) {
    // Rows that differ across alone, such as those of a picture beside white, show no shift down.
    if (!areSameRows(raster, { x, width }, row))
      return Math.min(most, Math.max(least, bottom - row + least / 2));
  }
  return Math.min(least, most);
}

/** Whether a row equals the one below it, between these columns. */
function areSameRows(raster: Raster, { x, width }: Pick<Box, 'x' | 'width'>, row: number): boolean {
  const pixels = pixelsOf(raster);
  const start = row * raster.width + x;
  for (let at = start; at < start + width; at += 1) {
    if (pixels[at] !== pixels[at + raster.width]) return false;
  }
  return true;
}

/** The bands of one colour that take half of the tile or more: a margin, or a part that was not painted. */
export function unpaintedBands(tile: Tile): readonly BlankBand[] {
  const { raster, frame } = tile;
  if (raster === undefined || frame.usable.height < 2) return [];
  return blankBands(raster, frame.usable, Math.ceil(frame.usable.height / 2));
}

/** The rows `from` to `to` (device pixels of the whole) as words for a sentence, in CSS pixels. */
export function rowsInWords(tile: Tile, from: number, to: number): string {
  const { scale } = tile.frame;
  return `${Math.round(from / scale)} to ${Math.round(to / scale)} px below the top`;
}
