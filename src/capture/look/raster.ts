import type { PixelSize } from '../pictures/png.ts';

/** A picture's pixels: RGBA, eight bits each, row by row from the top. */
export interface Raster extends PixelSize {
  readonly data: Uint8ClampedArray;
}

/** A box of whole pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The part common to two boxes; its width or height is 0 when there is none. */
export function intersection(one: Box, other: Box): Box {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  const width = Math.max(0, Math.min(one.x + one.width, other.x + other.width) - x);
  const height = Math.max(0, Math.min(one.y + one.height, other.y + other.height) - y);
  return { x, y, width, height };
}

/** The smallest box around all boxes with an area; one without area when there are none. */
export function boxAround(boxes: readonly Box[]): Box {
  const filled = boxes.filter(hasArea);
  if (filled.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = Math.min(...filled.map(box => box.x));
  const y = Math.min(...filled.map(box => box.y));
  const right = Math.max(...filled.map(box => box.x + box.width));
  const bottom = Math.max(...filled.map(box => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

export function hasArea({ width, height }: Box): boolean {
  return width > 0 && height > 0;
}

export function moved(box: Box, by: { readonly x: number; readonly y: number }): Box {
  return { ...box, x: box.x + by.x, y: box.y + by.y };
}

/** The pixels as 32-bit integers, one per pixel, for comparing. Shares the raster's memory. */
export function pixelsOf({ data }: Raster): Uint32Array {
  return new Uint32Array(data.buffer, data.byteOffset, data.byteLength >> 2);
}

/** Whether all pixels of the box have one colour. True for a box without area. */
export function isUniform(raster: Raster, box: Box): boolean {
  const pixels = pixelsOf(raster);
  const { x, y, width, height } = intersection(box, { x: 0, y: 0, ...sizeOf(raster) });
  const first = pixels[y * raster.width + x];
  for (let row = y; row < y + height; row += 1) {
    const start = row * raster.width + x;
    for (let at = start; at < start + width; at += 1) if (pixels[at] !== first) return false;
  }
  return true;
}

export function sizeOf({ width, height }: PixelSize): PixelSize {
  return { width, height };
}
