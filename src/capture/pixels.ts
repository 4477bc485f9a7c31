import type { Box, Raster } from './look/raster.ts';
import type { PixelSize } from './png.ts';
import type { JoinPart } from './stitch.ts';

/** What an image is made of: its size, the parts, and where each tile's PNG bytes are found. */
export interface ComposeRequest extends PixelSize {
  readonly parts: readonly JoinPart[];
  readonly tile: (path: string) => Uint8Array;
  /** Longest side in pixels of a small JPEG of the same image, when one is wanted. */
  readonly thumbnailSide?: number;
}

/** The image as PNG, and its small JPEG when one was asked for. */
export interface Composed {
  readonly png: Uint8Array;
  readonly thumbnail?: Promise<Uint8Array>;
}

/** Work on pixels, a port so that a capture can be tested without a canvas. */
export interface Pixels {
  /** Joins the parts, pixel for pixel, without scaling, to one PNG. Throws when the canvas gives no true image. */
  compose(request: ComposeRequest): Promise<Composed>;
  /** The picture's pixels, to be looked at; all that lies outside of `within` is 0. Throws when the bytes are no picture. */
  read(png: Uint8Array, within?: Box): Promise<Raster>;
  /** A JPEG no larger than `side` px each way. */
  thumbnail(png: Uint8Array, side: number): Promise<Uint8Array>;
}
