import type { View } from '../../messaging/page-protocol.ts';
import type { CaptureContext } from '../context.ts';
import type { Shot } from '../pictures/frame.ts';
import { reachesEnd } from '../pictures/frame.ts';
import { PageMoved } from '../shots/moved.ts';
import { shootView } from '../shots/shoot.ts';
import { lookAt } from '../shots/view.ts';
import { noteCovers } from './covers.ts';
import { growsNoMore } from './growth.ts';
import { boundsOf, noteEnd, walkLimits } from './limits.ts';
import { isBlankTwice, mayBeUnpainted, notePainted } from './painted.ts';
import { throwIfAnother } from './same-page.ts';
import { leastShared, type Neighbours, Seams } from './seams.ts';
import { StillWatch } from './still.ts';
import { bottomOf, rightOf, sharedRows, type Tile, tileOf, topOf } from './tile.ts';

/** How often a place is shot before its seam counts as failed. */
const mostTries = 4;
/** From this many CSS pixels on, a move of the content means that the page gained or lost something. */
const leastMove = 4;
/** The most tiles that are shot again for blank parts. */
const mostSecondLooks = 20;

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Shoots the target of a capture piece by piece, in rows and columns, and accepts a piece only when it continues its
 * neighbours pixel by pixel. Adds the tiles to the capture's state in order, and notes what never agreed. Throws {@link
 * PageMoved} when the page changed, and the faults of the shots.
 */
export class Walk {
  readonly #context: CaptureContext;
  readonly #seams: Seams;
  #secondLooks = 0;
  readonly #still: StillWatch;

  constructor(context: CaptureContext) {
    this.#context = context;
    this.#seams = new Seams(context);
    this.#still = new StillWatch(context, () => this.#path());
  }

  /** Walks the whole target. `first` is a shot that already shows the whole's upper left corner. */
  async run(first: Shot | undefined): Promise<void> {
    const { state } = this.#context;
    let above: readonly Tile[] = [];
    for (let y = 0; ; ) {
      const row = await this.#row(y, above, above.length === 0 ? first : undefined);
      if (row[0] === undefined) break;
      if (above[0] !== undefined) this.#still.see(above[0], row[0]);
      for (const tile of above) tile.raster = undefined;
      above = row;
      const last = shallowestOf(row);
      this.#report(last);
      if (await this.#isEnd(last)) break;
      if (this.#isTooLong(last)) break;
      y = this.#nextRow(last);
    }
    if (above[0] !== undefined && state.tiles.length > 1) await this.#still.mend(above[0]);
    for (const tile of state.tiles) tile.raster = undefined;
    const [start] = state.tiles;
    if (start !== undefined && this.#context.request.scope === 'page')
      state.pictured = [start.view, (state.tiles.at(-1) ?? start).view];
    this.#seams.note();
    notePainted(this.#context);
    noteCovers(this.#context);
  }

  /** The tiles of one row; none when the page could not be scrolled that far. */
  async #row(y: number, above: readonly Tile[], first: Shot | undefined): Promise<readonly Tile[]> {
    const row: Tile[] = [];
    const shown = above.length === 0 ? undefined : bottomOf(shallowestOf(above));
    for (let x = 0; ; ) {
      const left = row.at(-1);
      const isFirst = row.length === 0;
      const tile = await this.#tile(
        { x, y },
        { above: above[row.length], left, shown },
        isFirst ? first : undefined,
      );
      if (tile === undefined) break;
      if (above.length === 0 && topOf(tile) > 0 && this.#seams.drift > 0) {
        throw new PageMoved('position', 'While its top was recorded the page moved its content up.');
      }
      row.push(tile);
      this.#context.state.tiles.push(tile);
      const { view, frame } = tile;
      if (reachesEnd(rightOf(tile), view.whole.width, frame.scale)) break;
      if (this.#context.state.tiles.length >= walkLimits.shots) break;
      x = Math.max(0, rightOf(tile) - this.#shared(tile, frame.usable.width)) / frame.scale;
    }
    return row;
  }

  /**
   * A tile that continues its neighbours, else after all attempts one with its failed seam noted; undefined at the end.
   */
  async #tile(point: Point, neighbours: Neighbours, first: Shot | undefined): Promise<Tile | undefined> {
    let at = point;
    let inPlace: { readonly tile: Tile; readonly shot: Shot } | undefined;
    for (let attempt = 1; ; attempt += 1) {
      const shot = first !== undefined && attempt === 1 ? first : await this.#shoot(at);
      const tile = tileOf(shot, this.#seams.drift);
      if (attempt === 1 && isStuck(tile, neighbours)) return this.#noteStuck(tile, neighbours);
      if (await this.#isBelieved(tile, neighbours)) return await this.#kept(tile, shot, first);
      if (at === point) inPlace = { tile, shot };
      if (attempt >= mostTries) {
        const last = inPlace ?? { tile, shot };
        this.#seams.noteDoubt(last.tile, neighbours);
        return await this.#kept(last.tile, last.shot, first);
      }
      // First the same place again; then further back, where more of both can be compared.
      if (attempt > 1) at = backFrom(point, tile, neighbours);
    }
  }

  async #shoot(point: Point): Promise<Shot> {
    const view = await lookAt(this.#context, point);
    throwIfAnother(this.#context, view);
    return await shootView(this.#context, this.#path(), view);
  }

  async #isBelieved(tile: Tile, { above, left }: Neighbours): Promise<boolean> {
    if (above !== undefined && !this.#seams.joins(above, tile, 'rows')) return false;
    if (left !== undefined && !this.#seams.joins(left, tile, 'columns')) return false;
    this.#throwIfMoved();
    return await this.#isPainted(tile);
  }

  /**
   * What came in or went away above a picture is only in the text or only in the picture, so the page is recorded
   * again. The second time, recording goes on and the record says so.
   */
  #throwIfMoved(): void {
    const { moved } = this.#seams;
    if (moved < leastMove) return;
    const words = `While it was recorded the page moved its content by ${moved} px: something came in or went away above what was shown.`;
    if (!this.#context.state.isAgain) throw new PageMoved('position', words);
    this.#context.check('place', 'failed', `${words} The joined picture may not show it, and the text may.`);
  }

  /** Whether a large blank part looks the same a second time, by which time the browser has painted it. */
  async #isPainted(tile: Tile): Promise<boolean> {
    if (!mayBeUnpainted(tile)) return true;
    if (this.#secondLooks >= mostSecondLooks) {
      this.#context.check(
        'bands',
        'not-made',
        'The page has more blank parts than could be looked at twice.',
      );
      return true;
    }
    this.#secondLooks += 1;
    return await isBlankTwice(this.#context, tile);
  }

  async #kept(tile: Tile, shot: Shot, first: Shot | undefined): Promise<Tile> {
    if (shot === first) return tile;
    const { path, png } = shot;
    this.#context.state.pictures.set(path, png);
    await this.#context.keep({ role: 'tile', path, mediaType: 'image/png', method: 'browser' }, png);
    return tile;
  }

  async #isEnd(tile: Tile): Promise<boolean> {
    const { scale } = tile.frame;
    const reached = ({ whole }: View) => reachesEnd(bottomOf(tile) - this.#seams.drift, whole.height, scale);
    return reached(tile.view) && (await growsNoMore(this.#context, reached));
  }

  #isTooLong(tile: Tile): boolean {
    const bottom = bottomOf(tile) / tile.frame.scale;
    if (this.#context.state.tiles.length < walkLimits.shots && bottom < walkLimits.height) return false;
    noteEnd(this.#context, tile, `${boundsOf(this.#context).what} is longer than Holdfast records`);
    return true;
  }

  #nextRow(tile: Tile): number {
    const shared = this.#shared(tile, tile.frame.usable.height);
    return Math.max(0, bottomOf(tile) - this.#seams.drift - shared) / tile.frame.scale;
  }

  #shared(tile: Tile, length: number): number {
    const least = Math.ceil(leastShared * tile.frame.scale) + this.#seams.margin;
    return Math.min(sharedRows(tile, least), Math.floor(length * 0.75));
  }

  #noteStuck(tile: Tile, { above }: Neighbours): undefined {
    if (above !== undefined)
      noteEnd(this.#context, above, `${boundsOf(this.#context).what} could not be scrolled`);
    tile.raster = undefined;
  }

  #path(): string {
    const { kept } = this.#context.state;
    const number = kept.filter(({ artifact }) => artifact.role === 'tile').length + 1;
    return `tiles/tile-${String(number).padStart(3, '0')}.png`;
  }

  #report(tile: Tile): void {
    const { scale, usable } = tile.frame;
    const whole = Math.min(tile.view.whole.height, walkLimits.height) * scale;
    const stride = Math.max(1, usable.height - leastShared * scale);
    const rows = Math.max(1, Math.ceil((whole - leastShared * scale) / stride));
    const columns = Math.max(1, Math.ceil((tile.view.whole.width * scale) / Math.max(1, usable.width)));
    this.#context.progress(this.#context.state.tiles.length, Math.min(walkLimits.shots, rows * columns));
  }
}

/** The tile that ends first: when a page moves its content within a row, later tiles show less of it. */
function shallowestOf(row: readonly Tile[]): Tile {
  return row.reduce((least, tile) => (bottomOf(tile) < bottomOf(least) ? tile : least));
}

/** Whether the shot shows nothing beyond its neighbours: the page cannot be scrolled further. */
function isStuck(tile: Tile, { left, shown }: Neighbours): boolean {
  if (tile.frame.usable.width <= 0 || tile.frame.usable.height <= 0) return true;
  if (left !== undefined && rightOf(tile) <= rightOf(left)) return true;
  return shown !== undefined && left === undefined && bottomOf(tile) <= shown;
}

/** A point half a shot back, towards the neighbour that the tile does not continue. */
function backFrom(point: Point, tile: Tile, { above }: Neighbours): Point {
  const { scale, usable } = tile.frame;
  if (above === undefined) return { ...point, x: Math.max(0, point.x - usable.width / 2 / scale) };
  return { ...point, y: Math.max(0, point.y - usable.height / 2 / scale) };
}
