import type { ComposeRequest, Pixels } from './pixels.ts';
import { pngSize } from './png.ts';
import { imageLimits, type JoinPart } from './stitch.ts';

/** {@link Pixels} by OffscreenCanvas, which service workers and event pages have. */
export const canvasPixels: Pixels = { compose, thumbnail };

async function compose({ width, height, parts, tile }: ComposeRequest): Promise<Uint8Array> {
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
    next = decode(parts[index + 1], tile);
    if (bitmap !== undefined) drawPart(drawing, bitmap, part);
  }
  const png = await bytesOf(await canvas.convertToBlob({ type: 'image/png' }));
  const size = pngSize(png);
  if (size.width !== width || size.height !== height) throw new Error('canvas of another size');
  return png;
}

async function decode(
  part: JoinPart | undefined,
  tile: ComposeRequest['tile'],
): Promise<ImageBitmap | undefined> {
  return part === undefined ? undefined : await bitmapOf(tile(part.path));
}

function drawPart(drawing: OffscreenCanvasRenderingContext2D, bitmap: ImageBitmap, part: JoinPart): void {
  const { x, y, width, height } = part.from;
  drawing.drawImage(bitmap, x, y, width, height, part.to.x, part.to.y, width, height);
  bitmap.close();
}

async function thumbnail(png: Uint8Array, side: number): Promise<Uint8Array> {
  const { width, height } = pngSize(png);
  const shrink = Math.min(1, side / Math.max(width, height));
  const size = {
    width: Math.max(1, Math.round(width * shrink)),
    height: Math.max(1, Math.round(height * shrink)),
  };
  const bitmap = await bitmapOf(png, { resizeWidth: size.width, resizeHeight: size.height });
  const canvas = new OffscreenCanvas(size.width, size.height);
  canvas.getContext('2d', { alpha: false })?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return bytesOf(await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.75 }));
}

/** Colours stay as the file has them, so that a joined image equals its tiles. */
function bitmapOf(png: Uint8Array, resize: ImageBitmapOptions = {}): Promise<ImageBitmap> {
  const blob = new Blob([new Uint8Array(png)], { type: 'image/png' });
  return createImageBitmap(blob, {
    ...resize,
    colorSpaceConversion: 'none',
    premultiplyAlpha: 'none',
    ...(resize.resizeWidth === undefined ? {} : { resizeQuality: 'medium' }),
  });
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}
