import { type Box, hasArea, intersection, type Raster } from '../look/raster.ts';
import { DecodedPictures } from './decoded-pictures.ts';
import type { Composed, ComposeRequest, Pixels } from './pixels.ts';
import { type PixelSize, pngSize, saysColours } from './png.ts';
import { imageLimits, type JoinPart } from './stitch.ts';

/** {@link Pixels} by OffscreenCanvas, which service workers and event pages have. */
export const canvasPixels: Pixels = { compose, read, thumbnail };

/** Keeps what was checked, which is usually drawn soon after: 16 million pixels are 64 MB. */
const decoded = new DecodedPictures(bitmapOf, 16_000_000);

async function read(png: Uint8Array, within?: Box): Promise<Raster> {
  const bitmap = await decoded.of(png);
  const { width, height } = bitmap;
  const whole = { x: 0, y: 0, width, height };
  const box = within === undefined ? whole : intersection(within, whole);
  if (!hasArea(box)) return { width, height, data: new Uint8ClampedArray(4 * width * height) };
  const drawing = new OffscreenCanvas(box.width, box.height).getContext('2d', { willReadFrequently: true });
  if (drawing === null) throw new Error('no canvas to read from');
  drawing.drawImage(bitmap, 0 - box.x, 0 - box.y);
  const { data } = drawing.getImageData(0, 0, box.width, box.height);
  return { width, height, data: box.width * box.height === width * height ? data : spread(data, box, whole) };
}

/** The pixels of a box at their place in a picture that is otherwise 0. */
function spread(data: Uint8ClampedArray, box: Box, { width, height }: PixelSize): Uint8ClampedArray {
  const all = new Uint8ClampedArray(4 * width * height);
  const length = 4 * box.width;
  for (let row = 0; row < box.height; row += 1) {
    const part = data.subarray(row * length, (row + 1) * length);
    all.set(part, 4 * ((box.y + row) * width + box.x));
  }
  return all;
}

async function compose(request: ComposeRequest): Promise<Composed> {
  const { width, height, parts, tile, thumbnailSide } = request;
  if (Math.max(width, height) > imageLimits.side || width * height > imageLimits.area) {
    throw new Error('image larger than a canvas may be');
  }
  const canvas = new OffscreenCanvas(width, height);
  const drawing = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (drawing === null) throw new Error('no canvas to draw on');
  drawing.imageSmoothingEnabled = false;
  for (const [index, part] of parts.entries()) {
    const bitmap = await decoded.of(tile(part.path));
    const following = parts[index + 1];
    // Decode the next tile while this one is drawn.
    if (following !== undefined) void decoded.of(tile(following.path)).catch(() => undefined);
    drawPart(drawing, bitmap, part);
  }
  decoded.release(parts.map(({ path }) => tile(path)));
  const thumbnail = thumbnailSide === undefined ? undefined : shrink(canvas, canvas, thumbnailSide);
  thumbnail?.catch(() => undefined);
  const png = await bytesOf(await canvas.convertToBlob({ type: 'image/png' }));
  const size = pngSize(png);
  if (size.width !== width || size.height !== height) throw new Error('canvas of another size');
  return { png, ...(thumbnail === undefined ? {} : { thumbnail }) };
}

function drawPart(drawing: OffscreenCanvasRenderingContext2D, bitmap: ImageBitmap, part: JoinPart): void {
  const { x, y, width, height } = part.from;
  drawing.drawImage(bitmap, x, y, width, height, part.to.x, part.to.y, width, height);
}

function thumbnail(png: Uint8Array, side: number): Promise<Uint8Array> {
  return shrink(new Blob([new Uint8Array(png)], { type: 'image/png' }), pngSize(png), side);
}

async function shrink(
  image: ImageBitmapSource,
  { width, height }: PixelSize,
  side: number,
): Promise<Uint8Array> {
  const factor = Math.min(1, side / Math.max(width, height));
  const small = {
    width: Math.max(1, Math.round(width * factor)),
    height: Math.max(1, Math.round(height * factor)),
  };
  const bitmap = await createImageBitmap(image, {
    resizeWidth: small.width,
    resizeHeight: small.height,
    resizeQuality: 'medium',
  });
  const canvas = new OffscreenCanvas(small.width, small.height);
  canvas.getContext('2d', { alpha: false, willReadFrequently: true })?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return bytesOf(await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.75 }));
}

/**
 * Keeps colours as the file has them, so that a joined image equals its tiles. Browsers convert nothing where a file
 * has no colour chunks, and decode it three times as fast without these options.
 */
function bitmapOf(png: Uint8Array): Promise<ImageBitmap> {
  const blob = new Blob([new Uint8Array(png)], { type: 'image/png' });
  if (!saysColours(png)) return createImageBitmap(blob);
  return createImageBitmap(blob, { colorSpaceConversion: 'none', premultiplyAlpha: 'none' });
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}
