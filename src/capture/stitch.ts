import type { Composition } from '../model/capture.ts';
import type { PixelSize } from './png.ts';

/**
 * A tile where it belongs in the joined image: `left` and `top` are where its first usable pixel falls,
 * counted from the image's own corner, and may be negative. `width` and `height` leave scroll bars out.
 * Everything in device pixels, whole numbers.
 */
export interface PlacedTile {
  readonly path: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export type JoinPart = Composition['parts'][number];

/**
 * An image joined out of tiles. `offset` is where its first pixel falls in the area that was asked for, and
 * `whole` says that nothing of the area is missing.
 */
export interface Join {
  readonly width: number;
  readonly height: number;
  readonly offset: { readonly x: number; readonly y: number };
  readonly whole: boolean;
  readonly parts: readonly JoinPart[];
}

/**
 * Joins tiles to one image of `area` (device pixels). Every row comes from exactly one tile, the first that
 * holds it; where a row is in no tile the image ends, because a gap must not look like the page. Columns are
 * those that all tiles hold. Undefined when no tile touches the area.
 */
export function joinTiles(tiles: readonly PlacedTile[], area: PixelSize): Join | undefined {
  const inOrder = tiles
    .filter(tile => tile.top < area.height && tile.top + tile.height > 0)
    .toSorted((one, other) => one.top - other.top);
  const first = inOrder[0];
  if (first === undefined) return undefined;
  const left = Math.max(0, ...inOrder.map(tile => tile.left));
  const right = Math.min(area.width, ...inOrder.map(tile => tile.left + tile.width));
  if (right <= left) return undefined;
  const offset = { x: left, y: Math.max(0, first.top) };
  const parts: JoinPart[] = [];
  let covered = offset.y;
  for (const tile of inOrder) {
    if (tile.top > covered) break;
    const bottom = Math.min(tile.top + tile.height, area.height);
    if (bottom <= covered) continue;
    parts.push({
      path: tile.path,
      from: { x: left - tile.left, y: covered - tile.top, width: right - left, height: bottom - covered },
      to: { x: 0, y: covered - offset.y },
    });
    covered = bottom;
  }
  const size = { width: right - left, height: covered - offset.y };
  const whole = size.width === area.width && size.height === area.height;
  return { ...size, offset, whole, parts };
}

/**
 * Chromium's OffscreenCanvas goes to 65,535 px a side and 2^28 px in all, and is silently blank beyond;
 * other readers stop earlier, so images stay well below.
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
