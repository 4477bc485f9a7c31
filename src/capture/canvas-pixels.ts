import type { Raster } from './look/raster.ts';
import type { Composed, ComposeRequest, Pixels } from './pixels.ts';
import { type PixelSize, pngSize } from './png.ts';
import { imageLimits, type JoinPart } from './stitch.ts';

/** {@link Pixels} by OffscreenCanvas, which service workers and event pages have. */
export const canvasPixels: Pixels = { compose, read, expect, thumbnail };

/** Pictures that are being decoded before they are asked for; each is used once. */
const expected = new WeakMap<Uint8Array, Promise<ImageBitmap>>();

function expect(png: Uint8Array): void {
  const decoding = bitmapOf(png);
  decoding.catch(() => undefined);
  expected.set(png, decoding);
}

/** Tiles may be many: only a picture that was expected stays decoded for the drawing that follows. */
async function read(png: Uint8Array): Promise<Raster> {
  const kept = expected.get(png);
  const bitmap = await (kept ?? bitmapOf(png));
  const { width, height } = bitmap;
  const drawing = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (drawing === null) throw new Error('no canvas to read from');
  drawing.drawImage(bitmap, 0, 0);
  if (kept === undefined) bitmap.close();
  return { width, height, data: drawing.getImageData(0, 0, width, height).data };
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
  // The next tile decodes while one is drawn; more at once would hold too much memory.
  let next = decode(parts[0], tile);
  for (const [index, part] of parts.entries()) {
    const bitmap = await next;
    const following = parts[index + 1];
    // Many parts of one picture share its decoding.
    const isShared = following?.path === part.path;
    if (!isShared) next = decode(following, tile);
    if (bitmap !== undefined) drawPart(drawing, bitmap, part);
    if (!isShared) bitmap?.close();
  }
  const thumbnail = thumbnailSide === undefined ? undefined : shrink(canvas, canvas, thumbnailSide);
  thumbnail?.catch(() => undefined);
  const png = await bytesOf(await canvas.convertToBlob({ type: 'image/png' }));
  const size = pngSize(png);
  if (size.width !== width || size.height !== height) throw new Error('canvas of another size');
  return { png, ...(thumbnail === undefined ? {} : { thumbnail }) };
}

async function decode(
  part: JoinPart | undefined,
  tile: ComposeRequest['tile'],
): Promise<ImageBitmap | undefined> {
  if (part === undefined) return undefined;
  const png = tile(part.path);
  const decoding = expected.get(png) ?? bitmapOf(png);
  expected.delete(png);
  return await decoding;
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

/** Colours stay as the file has them, so that a joined image equals its tiles. */
function bitmapOf(png: Uint8Array): Promise<ImageBitmap> {
  const blob = new Blob([new Uint8Array(png)], { type: 'image/png' });
  return createImageBitmap(blob, { colorSpaceConversion: 'none', premultiplyAlpha: 'none' });
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}
