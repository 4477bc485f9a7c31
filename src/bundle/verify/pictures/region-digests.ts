import type { RunningDigest } from '../../zip/running-digest.ts';

/** A part of a picture in its own pixels. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A region, with what came of it since it was last digested: the first `length` bytes of `rows`, which are used again. */
interface Open {
  readonly region: Region;
  readonly index: number;
  rows: Uint8Array;
  length: number;
  digest?: RunningDigest;
}

/**
 * Digests parts of a picture while its rows go by, from the first to the last, so that little of it is held. Two parts
 * that have one digest and one size show the same, pixel for pixel. Every region must lie within the picture; one of
 * which not all rows came has no digest.
 */
export class RegionDigests {
  readonly #createDigest: () => Promise<RunningDigest>;
  /** The next to begin stands last. */
  readonly #waiting: Open[];
  readonly #digests: (string | undefined)[];
  #open: Open[] = [];
  #next = 0;

  constructor(regions: readonly Region[], createDigest: () => Promise<RunningDigest>) {
    this.#createDigest = createDigest;
    this.#digests = regions.map(() => undefined);
    this.#waiting = regions
      .map((region, index): Open => ({ region, index, rows: new Uint8Array(0), length: 0 }))
      .toSorted((one, other) => other.region.y - one.region.y);
  }

  /** Takes the next row, three bytes a pixel, and keeps of it what some region needs until {@link settle}. */
  add(row: Uint8Array): void {
    const y = this.#next;
    this.#next += 1;
    for (let next = this.#waiting.at(-1); next?.region.y === y; next = this.#waiting.at(-1)) {
      this.#open.push(next);
      this.#waiting.pop();
    }
    for (const open of this.#open) if (y < endOf(open.region)) keep(open, row);
  }

  /** Digests what is kept, and lets go of it. */
  async settle(): Promise<void> {
    for (const open of this.#open) {
      open.digest ??= await this.#createDigest();
      await open.digest.update(open.rows.subarray(0, open.length));
      open.length = 0;
      if (endOf(open.region) <= this.#next) this.#digests[open.index] = await open.digest.digest();
    }
    this.#open = this.#open.filter(({ region }) => endOf(region) > this.#next);
  }

  /** The digest of each region, in the order in which they were given. */
  digests(): readonly (string | undefined)[] {
    return this.#digests;
  }
}

function keep(open: Open, row: Uint8Array): void {
  const { x, width } = open.region;
  const needed = open.length + 3 * width;
  if (needed > open.rows.length) {
    const larger = new Uint8Array(2 * needed);
    larger.set(open.rows.subarray(0, open.length));
    open.rows = larger;
  }
  open.rows.set(row.subarray(3 * x, 3 * (x + width)), open.length);
  open.length = needed;
}

function endOf({ y, height }: Region): number {
  return y + height;
}
