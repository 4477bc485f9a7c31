import type { RunningDigest } from '../../zip/running-digest.ts';

/** A part of a picture in its own pixels. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A region and its rows since the last digest: the first `length` bytes of `rows`, a buffer that is reused. */
interface Open {
  readonly region: Region;
  readonly index: number;
  rows: Uint8Array;
  length: number;
  digest?: RunningDigest;
}

/**
 * Digests regions of a picture while its rows pass, from first to last, so that little is held. Two regions with the
 * same digest and size show the same, pixel for pixel. Every region must be inside the picture; one whose rows did not
 * all come has no digest.
 */
export class RegionDigests {
  readonly #createDigest: () => Promise<RunningDigest>;
  /** In reverse order of their beginning. */
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

  /** Takes the next row, three bytes a pixel, and keeps the parts that regions need until {@link settle}. */
  add(row: Uint8Array): void {
    const y = this.#next;
    this.#next += 1;
    for (let next = this.#waiting.at(-1); next?.region.y === y; next = this.#waiting.at(-1)) {
      this.#open.push(next);
      this.#waiting.pop();
    }
    for (const open of this.#open) if (y < endOf(open.region)) keep(open, row);
  }

  /** Digests and discards what is kept. */
  async settle(): Promise<void> {
    for (const open of this.#open) {
      open.digest ??= await this.#createDigest();
      await open.digest.update(open.rows.subarray(0, open.length));
      open.length = 0;
      if (endOf(open.region) <= this.#next) this.#digests[open.index] = await open.digest.digest();
    }
    this.#open = this.#open.filter(({ region }) => endOf(region) > this.#next);
  }

  /** The digest of each region, in the order given. */
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
