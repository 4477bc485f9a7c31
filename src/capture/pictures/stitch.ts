import type { Composition } from '../../model/capture.ts';
import { type Box, hasArea, intersection } from '../look/raster.ts';
import type { PixelSize } from './png.ts';

/**
 * A tile's place in the joined image, in whole device pixels: `from` is its usable part, in the tile's own pixels, and
 * `to` where that part's corner falls, relative to the corner of the requested area; it may be negative.
 */
export interface PlacedTile {
  readonly path: string;
  readonly from: Box;
  readonly to: { readonly x: number; readonly y: number };
}

export type JoinPart = Composition['parts'][number];

/**
 * An image joined from tiles. `offset` is where its first pixel falls in the requested area; `whole` says that nothing
 * of the area is missing.
 */
export interface Join {
  readonly width: number;
  readonly height: number;
  readonly offset: { readonly x: number; readonly y: number };
  readonly whole: boolean;
  readonly parts: readonly JoinPart[];
}

/**
 * Joins tiles to one image of `area` (device pixels). Every pixel comes from exactly one tile, the first in the given
 * order that holds it. The image ends before a pixel that is in no tile, because a gap must not look like the page: it
 * has only the columns common to its rows, and ends at the first row that lacks them. Undefined when no tile touches
 * the area.
 */
export function joinTiles(tiles: readonly PlacedTile[], area: PixelSize): Join | undefined {
  const places = tiles
    .map(tile => ({ tile, box: intersection(placeOf(tile), { x: 0, y: 0, ...area }) }))
    .filter(({ box }) => hasArea(box));
  const shown = shownWhole(places.map(({ box }) => box));
  if (shown === undefined) return undefined;
  const parts: JoinPart[] = [];
  let missing: readonly Box[] = [shown];
  for (const { tile, box } of places) {
    parts.push(
      ...missing
        .map(gap => intersection(gap, box))
        .filter(hasArea)
        .map(part => partOf(tile, part, shown)),
    );
    missing = missing.flatMap(gap => without(gap, box));
  }
  const { x, y, width, height } = shown;
  const whole = width === area.width && height === area.height;
  return { width, height, offset: { x, y }, whole, parts: parts.toSorted(byPlace) };
}

function placeOf({ from, to }: PlacedTile): Box {
  return { ...to, width: from.width, height: from.height };
}

function partOf({ path, from, to }: PlacedTile, part: Box, shown: Box): JoinPart {
  const inTile = { ...part, x: part.x - to.x + from.x, y: part.y - to.y + from.y };
  return { path, from: inTile, to: { x: part.x - shown.x, y: part.y - shown.y } };
}

function byPlace(one: JoinPart, other: JoinPart): number {
  return one.to.y - other.to.y || one.to.x - other.to.x;
}

/**
 * The largest box, from the tiles' first row, that they fill without a gap: the columns that all its rows have, down to
 * the first row that has none of them.
 */
function shownWhole(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const edges = (name: 'x' | 'y') =>
    Array.from(
      new Set(boxes.flatMap(box => [box[name], box[name] + (name === 'x' ? box.width : box.height)])),
    ).toSorted((one, other) => one - other);
  const rows = edges('y');
  const top = rows[0] ?? 0;
  let span: { from: number; to: number } | undefined;
  let bottom = top;
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    if (next === undefined) break;
    const filled = spanAt(boxes, row, next);
    if (filled === undefined) break;
    // Rows that lack columns at a side narrow the picture; rows with no common column end it.
    const from = Math.max(span?.from ?? filled.from, filled.from);
    const to = Math.min(span?.to ?? filled.to, filled.to);
    if (to <= from) break;
    span = { from, to };
    bottom = next;
  }
  if (span === undefined) return undefined;
  return { x: span.from, y: top, width: span.to - span.from, height: bottom - top };
}

/** The columns filled without a gap, from the first one, in all rows from `from` to `to`. */
function spanAt(boxes: readonly Box[], from: number, to: number): { from: number; to: number } | undefined {
  const across = boxes
    .filter(box => box.y <= from && box.y + box.height >= to)
    .toSorted((one, other) => one.x - other.x);
  const first = across[0];
  if (first === undefined) return undefined;
  let end = first.x;
  for (const { x, width } of across) if (x <= end) end = Math.max(end, x + width);
  return { from: first.x, to: end };
}

/** What is left of a box outside `covered`: at most four boxes. */
function without(box: Box, covered: Box): readonly Box[] {
  const shared = intersection(box, covered);
  if (!hasArea(shared)) return [box];
  const below = shared.y + shared.height;
  const beyond = shared.x + shared.width;
  return [
    { ...box, height: shared.y - box.y },
    { ...box, y: below, height: box.y + box.height - below },
    { ...shared, x: box.x, width: shared.x - box.x },
    { ...shared, x: beyond, width: box.x + box.width - beyond },
  ].filter(hasArea);
}

/**
 * Chromium's OffscreenCanvas allows 65,535 px a side and 2^28 px in all, and is silently blank beyond; other image
 * readers stop earlier, so images stay well below.
 */
export const imageLimits = { side: 32_767, area: 2 ** 26 } as const;

/** How many rows an image of this width may have. */
export function rowsPerImage(width: number, limits: { side: number; area: number } = imageLimits): number {
  return Math.max(1, Math.min(limits.side, Math.floor(limits.area / width)));
}

/** Cuts a join into images of at most `rows` rows, top to bottom, each row in exactly one of them. */
export function splitJoin(join: Join, rows: number): readonly Join[] {
  const pieces: Join[] = [];
  for (let top = 0; top < join.height; top += rows) {
    const height = Math.min(rows, join.height - top);
    pieces.push({
      width: join.width,
      height,
      offset: { x: join.offset.x, y: join.offset.y + top },
      whole: join.whole && height === join.height,
      parts: join.parts.flatMap(part => partWithin(part, top, height)),
    });
  }
  return pieces;
}

function partWithin(part: JoinPart, top: number, height: number): readonly JoinPart[] {
  const start = Math.max(part.to.y, top);
  const end = Math.min(part.to.y + part.from.height, top + height);
  if (end <= start) return [];
  const from = { ...part.from, y: part.from.y + start - part.to.y, height: end - start };
  return [{ path: part.path, from, to: { x: part.to.x, y: start - top } }];
}

/** `screenshot-full-page.png`, or `screenshot-full-page-1.png`, `-2.png` … when there are several. */
export function imagePath(stem: string, index: number, count: number): string {
  return count === 1 ? `${stem}.png` : `${stem}-${index + 1}.png`;
}
