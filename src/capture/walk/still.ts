import type { CaptureContext } from '../context.ts';
import { type Box, hasArea, intersection, moved } from '../look/raster.ts';
import { boxesAround, sameSquares } from '../look/still.ts';
import { shootView } from '../shots/shoot.ts';
import { lookAt } from '../shots/view.ts';
import { type Tile, tileOf } from './tile.ts';

/** Above this share of the picture, squares that stay equal are not treated as something that stays in place. */
const mostShare = 0.5;
/** The most places that are mended. */
const mostMended = 40;

/**
 * Finds in the pixels of successive tiles what stays at its place in the window while the page moves, and was not found
 * by its box: drawn by a style or a script, or inside a closed shadow root.
 */
export class StillWatch {
  readonly #context: CaptureContext;
  readonly #path: () => string;
  #squares: ReadonlySet<string> | undefined;
  #box: Box | undefined;

  constructor(context: CaptureContext, path: () => string) {
    this.#context = context;
    this.#path = path;
  }

  /** Compares a tile with the one above it; both must still hold their pixels. */
  see(above: Tile, tile: Tile): void {
    if (above.raster === undefined || tile.raster === undefined) return;
    const box = intersection(above.frame.usable, tile.frame.usable);
    const squares = sameSquares(above.raster, tile.raster, box);
    const known = this.#squares;
    this.#box ??= box;
    const isSameBox = this.#box.y === box.y && this.#box.height === box.height;
    this.#squares =
      known === undefined || !isSameBox
        ? squares
        : new Set(Array.from(squares).filter(square => known.has(square)));
  }

  /**
   * Checks from another place of the page what stayed. What stays there too is replaced, in every tile but the first,
   * by a patch from a shot in which it lies elsewhere. Notes what could not be mended.
   */
  async mend(last: Tile): Promise<void> {
    const boxes = await this.#confirmed(last);
    if (boxes.length === 0) return;
    const { tiles } = this.#context.state;
    const covered = tiles
      .slice(1)
      .flatMap(tile =>
        boxes.map(box => ({ tile, box: intersection(box, tile.usable) })).filter(({ box }) => hasArea(box)),
      );
    if (covered.length > mostMended) return this.#noteRepeats(boxes, last);
    const patches: Tile[] = [];
    for (const { tile, box } of covered) patches.push(await this.#patch(tile, box));
    // Earlier tiles take precedence in the joined picture.
    tiles.unshift(...patches);
    this.#context.note({
      kind: 'other',
      detail: `${placesOf(boxes, last)} stayed in place while the page moved; it stands in the joined picture once, and what it covered elsewhere is from further pictures.`,
    });
  }

  /** The boxes, in pixels of a shot, whose content stays in place at another position of the page too. */
  async #confirmed(last: Tile): Promise<readonly Box[]> {
    const squares = this.#squares;
    const box = this.#box;
    if (squares === undefined || box === undefined || squares.size === 0 || last.raster === undefined)
      return [];
    if (boxesAround(squares, box).length === 0) return [];
    const height = last.view.port.height;
    const back = lookBack(last, height * 0.37);
    if (back === undefined) return [];
    const view = await lookAt(this.#context, back);
    const shot = await shootView(this.#context, this.#path(), view);
    const again = sameSquares(last.raster, shot.raster, intersection(box, shot.frame.usable));
    const staying = new Set(Array.from(squares).filter(square => again.has(square)));
    const all = (box.width / 16) * (box.height / 16);
    return staying.size > all * mostShare ? [] : boxesAround(staying, box);
  }

  /** A shot of the same place from further up or down the page, of which only the covered part is used. */
  async #patch(tile: Tile, box: Box): Promise<Tile> {
    const { scale, usable } = tile.frame;
    const isLow = box.y + box.height / 2 > usable.y + usable.height / 2;
    const by = (box.height + 2 * scale) / scale;
    const view = await lookAt(this.#context, {
      x: tile.view.at.x,
      y: Math.max(0, tile.view.at.y + (isLow ? by : 0 - by)),
    });
    const path = this.#path();
    const shot = await shootView(this.#context, path, view);
    const patch = tileOf(shot, tile.frame.origin.y - tile.origin.y);
    const place = moved(box, { x: patch.origin.x - tile.origin.x, y: patch.origin.y - tile.origin.y });
    patch.usable = intersection(place, shot.frame.usable);
    patch.raster = undefined;
    this.#context.state.pictures.set(path, shot.png);
    await this.#context.keep({ role: 'tile', path, mediaType: 'image/png', method: 'browser' }, shot.png);
    return patch;
  }

  #noteRepeats(boxes: readonly Box[], last: Tile): void {
    const detail = `${placesOf(boxes, last)} stayed in place while the page moved, and stands several times in the joined picture; what it covers there was not recorded.`;
    this.#context.check('still', 'failed', detail);
  }
}

function lookBack(tile: Tile, by: number): { readonly x: number; readonly y: number } | undefined {
  const { at } = tile.view;
  return at.y > by ? { x: at.x, y: at.y - by } : undefined;
}

function placesOf(boxes: readonly Box[], { frame }: Tile): string {
  const words = boxes
    .slice(0, 3)
    .map(({ x, y, width, height }) => [x, y, width, height].map(value => Math.round(value / frame.scale)))
    .map(([x, y, width, height]) => `${width}×${height} px at ${x},${y} of the window`);
  return `Something (${words.join('; ')})`;
}
