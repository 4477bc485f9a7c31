import type { Box, Raster } from '../look/raster.ts';
import type { PixelSize } from './png.ts';
import type { JoinPart } from './stitch.ts';

/** What an image is composed of: its size, the parts, and the PNG bytes of each tile. */
export interface ComposeRequest extends PixelSize {
  readonly parts: readonly JoinPart[];
  readonly tile: (path: string) => Uint8Array;
  /** Longest side in pixels of the thumbnail, a JPEG of the same image, when one is wanted. */
  readonly thumbnailSide?: number;
}

/** The image as PNG, and its thumbnail when one was asked for. */
export interface Composed {
  readonly png: Uint8Array;
  readonly thumbnail?: Promise<Uint8Array>;
}

/** Work on pixels, a port so that captures can be tested without a canvas. */
export interface Pixels {
  /** Joins the parts into one PNG, pixel for pixel and without scaling. Throws when the canvas gives no valid image. */
  compose(request: ComposeRequest): Promise<Composed>;
  /** The picture's pixels; those outside `within` are 0. Throws when the bytes are no picture. */
  read(png: Uint8Array, within?: Box): Promise<Raster>;
  /** A JPEG no larger than `side` px each way. */
  thumbnail(png: Uint8Array, side: number): Promise<Uint8Array>;
}
