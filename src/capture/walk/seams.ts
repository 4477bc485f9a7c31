import type { CaptureContext } from '../context.ts';
import { isSameIn } from '../look/blank.ts';
import type { Agreement } from '../look/seam.ts';
import { shiftOf } from '../look/shift.ts';
import type { Frame } from '../pictures/frame.ts';
import { isOtherSize } from '../shots/moved.ts';
import {
  agreementBetween,
  bottomOf,
  continues,
  cutBetween,
  rasterOf,
  rowsInWords,
  type Tile,
  topOf,
  unpaintedBands,
} from './tile.ts';

/** How many CSS pixels neighbouring shots share at least. */
export const leastShared = 24;
/** The largest share of a shot's height treated as a margin that stays in place, so that the walk can advance. */
const mostMargin = 0.25;

/** The tiles that a new tile has to continue. */
export interface Neighbours {
  readonly above?: Tile | undefined;
  readonly left?: Tile | undefined;
  /** The last row that all tiles of the row above show, exclusive. */
  readonly shown?: number | undefined;
}

/** Compares the tiles of one walk where they meet, and remembers how the page behaved. */
export class Seams {
  readonly #context: CaptureContext;
  #count = 0;
  /** Rows by which the page moved its content between shots: how far the pixels lie below where the page says. */
  drift = 0;
  /** The most CSS pixels by which the page moved its content between two shots. */
  moved = 0;
  /** Rows at a shot's top and bottom that never agree, because something stays there while the page moves. */
  margin = 0;

  constructor(context: CaptureContext) {
    this.#context = context;
  }

  /** Whether one tile continues the other; if so, each keeps the lines on its side of the agreeing part. */
  joins(one: Tile, other: Tile, axis: 'rows' | 'columns'): boolean {
    const { scale } = other.frame;
    let agreement = agreementBetween(one, other, axis);
    if (agreement !== undefined && !continues(agreement, scale)) {
      agreement = this.#movedBy(one, other, axis) ?? agreement;
    }
    if (agreement === undefined || !continues(agreement, scale)) return false;
    if (!agreement.hasDetail && provesNothing(one, other)) return false;
    if (axis === 'rows') this.#learn(agreement, other.frame);
    cutBetween(one, other, agreement, axis);
    this.#count += 1;
    return true;
  }

  /** Moves the later tile to where it continues the other; returns their agreement, or undefined when it stays. */
  #movedBy(one: Tile, other: Tile, axis: 'rows' | 'columns'): Agreement | undefined {
    const [first, second] = [rasterOf(one), rasterOf(other)];
    const shift = first && second && shiftOf(first, second, leastShared * other.frame.scale);
    if (shift === undefined || shift === 0) return undefined;
    const place = other.origin;
    other.origin = { ...place, y: place.y - shift };
    const agreement = agreementBetween(one, other, axis);
    if (agreement !== undefined && continues(agreement, other.frame.scale)) {
      this.drift += shift;
      const by = Math.round(Math.abs(shift) / other.frame.scale);
      this.moved = Math.max(this.moved, by);
      const detail = `Between two pictures the page moved its content by ${by} px; they were joined where their pixels agree.`;
      this.#context.note({ kind: 'other', detail });
      return agreement;
    }
    other.origin = place;
    return undefined;
  }

  #learn({ overlap, from, to, isWhole }: Agreement, { scale, usable }: Frame): void {
    if (isWhole) return;
    const margin = Math.min(overlap.height - (to - from), Math.floor(usable.height * mostMargin));
    this.margin = Math.max(this.margin, margin);
    if (margin < leastShared * scale) return;
    const detail = `What stayed in place at the window’s edge while the page moved (${Math.round(margin / scale)} px high) was left out between the pictures.`;
    this.#context.note({ kind: 'other', detail });
  }

  /** Notes where a tile does not continue its neighbour. */
  noteDoubt(tile: Tile, { above, left }: Neighbours): void {
    const beside = above === undefined ? left : above;
    const overlap =
      beside && agreementBetween(beside, tile, above === undefined ? 'columns' : 'rows')?.overlap;
    const rows =
      overlap === undefined || overlap.height === 0
        ? rowsInWords(tile, topOf(tile), bottomOf(tile))
        : rowsInWords(tile, overlap.y, overlap.y + overlap.height);
    this.#context.check(
      'seams',
      'failed',
      `Two pictures of the same place do not agree, ${rows}: the page kept changing there. What the joined picture shows there may be doubled, missing or cut.`,
    );
  }

  /** Notes at the end how the tiles agreed. */
  note(): void {
    const { tiles } = this.#context.state;
    const count = tiles.length;
    if (count < 2) {
      this.#context.check('seams', 'not-needed', 'One picture shows all of it; nothing was to be joined.');
      return;
    }
    this.#context.check(
      'seams',
      'held',
      `${count} pictures were joined; they are the same, pixel by pixel, at all ${this.#count} places where they meet.`,
    );
  }
}

/**
 * Whether a part without detail may agree at any place: on a page that grew or shrank between the tiles, or whose later
 * tile is the earlier picture once more.
 */
function provesNothing(one: Tile, other: Tile): boolean {
  return isOtherSize(one.view, other.view) || isSamePicture(one, other);
}

/** Whether two tiles of different places show exactly the same pixels, and are not mostly blank. */
function isSamePicture(one: Tile, other: Tile): boolean {
  if (one.raster === undefined || other.raster === undefined) return false;
  return unpaintedBands(other).length === 0 && isSameIn(one.raster, other.raster, other.frame.usable);
}
