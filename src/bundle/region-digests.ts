import type { RunningDigest } from './running-digest.ts';

/** A part of a picture in its own pixels. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Open {
  readonly region: Region;
  readonly index: number;
  rows: Uint8Array[];
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
      .map((region, index): Open => ({ region, index, rows: [] }))
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
    for (const { region, rows } of this.#open)
      if (y < endOf(region)) rows.push(row.slice(3 * region.x, 3 * (region.x + region.width)));
  }

  /** Digests what is kept, and lets go of it. */
  async settle(): Promise<void> {
    for (const open of this.#open) {
      open.digest ??= await this.#createDigest();
      for (const row of open.rows) {
        const updating = open.digest.update(row);
        if (updating !== undefined) await updating;
      }
      open.rows = [];
      if (endOf(open.region) <= this.#next) this.#digests[open.index] = await open.digest.digest();
    }
    this.#open = this.#open.filter(({ region }) => endOf(region) > this.#next);
  }

  /** The digest of each region, in the order in which they were given. */
  digests(): readonly (string | undefined)[] {
    return this.#digests;
  }
}

function endOf({ y, height }: Region): number {
  return y + height;
}
