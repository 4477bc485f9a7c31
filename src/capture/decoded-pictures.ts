type Decode = (png: Uint8Array) => Promise<ImageBitmap>;

interface Kept {
  readonly decoding: Promise<ImageBitmap>;
  /** 0 until it is decoded. */
  pixels: number;
}

/** One is drawn while the next is decoded. */
const alwaysKept = 2;

/**
 * Pictures that were decoded last, so that none is decoded twice on its way from the first look to the drawing. Those
 * used longest ago are closed when all together have more pixels than the budget, the last two never.
 */
export class DecodedPictures {
  readonly #decode: Decode;
  readonly #budget: number;
  /** Those used longest ago first. */
  readonly #kept = new Map<Uint8Array, Kept>();

  constructor(decode: Decode, budget: number) {
    this.#decode = decode;
    this.#budget = budget;
  }

  /** The picture, to be used before another but the next is asked for. Rejects when the bytes are none. */
  async of(png: Uint8Array): Promise<ImageBitmap> {
    const kept = this.#kept.get(png) ?? { decoding: this.#decode(png), pixels: 0 };
    this.#kept.delete(png);
    this.#kept.set(png, kept);
    try {
      const bitmap = await kept.decoding;
      kept.pixels = bitmap.width * bitmap.height;
      this.#makeRoom();
      return bitmap;
    } catch (error) {
      this.#kept.delete(png);
      throw error;
    }
  }

  /** Closes these, which nobody needs any more. */
  release(pngs: readonly Uint8Array[]): void {
    for (const png of pngs) this.#close(png);
  }

  #makeRoom(): void {
    const all = [...this.#kept];
    let pixels = all.reduce((sum, [, each]) => sum + each.pixels, 0);
    for (const [png, each] of all.slice(0, -alwaysKept)) {
      if (pixels <= this.#budget) return;
      // Somebody waits for what is still being decoded.
      if (each.pixels === 0) continue;
      pixels -= each.pixels;
      this.#close(png);
    }
  }

  #close(png: Uint8Array): void {
    const closing = this.#kept.get(png)?.decoding;
    this.#kept.delete(png);
    closing?.then(
      bitmap => bitmap.close(),
      () => undefined,
    );
  }
}
