type Decode = (png: Uint8Array) => Promise<ImageBitmap>;

interface Kept {
  readonly decoding: Promise<ImageBitmap>;
  /** 0 until it is decoded. */
  pixels: number;
}

/** One is drawn while the next is being decoded. */
const alwaysKept = 2;

/**
 * The pictures decoded last, so that none is decoded twice between the first check and the drawing. When together they
 * exceed the budget in pixels, the least recently used are closed, but never the last two.
 */
export class DecodedPictures {
  readonly #decode: Decode;
  readonly #budget: number;
  /** Least recently used first. */
  readonly #kept = new Map<Uint8Array, Kept>();

  constructor(decode: Decode, budget: number) {
    this.#decode = decode;
    this.#budget = budget;
  }

  /** The decoded picture, open until two others are asked for. Rejects when the bytes are no picture. */
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

  /** Closes these pictures, which are no longer needed. */
  release(pngs: readonly Uint8Array[]): void {
    for (const png of pngs) this.#close(png);
  }

  #makeRoom(): void {
    const all = [...this.#kept];
    let pixels = all.reduce((sum, [, each]) => sum + each.pixels, 0);
    for (const [png, each] of all.slice(0, -alwaysKept)) {
      if (pixels <= this.#budget) return;
      // Somebody waits for a picture that is still being decoded.
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
