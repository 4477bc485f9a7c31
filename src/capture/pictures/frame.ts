import type { PageMeasure, View } from '../../messaging/page-protocol.ts';
import type { Rect } from '../../model/capture.ts';
import type { Box, Raster } from '../look/raster.ts';
import type { PixelSize } from './png.ts';

/**
 * How one shot's pixels lie on the whole that is recorded: a page, a pane or a post. `scale` is device pixels per CSS
 * pixel, zoom included. `origin` is where the whole's upper left corner falls in the shot, possibly outside it.
 * `usable` is the part of the shot that shows the whole. Both are in whole device pixels of the shot.
 */
export interface Frame {
  readonly scale: number;
  readonly origin: { readonly x: number; readonly y: number };
  readonly usable: Box;
}

/** One untouched shot: its bytes and pixels, how they lie on the whole, and the page as it was right after the shot. */
export interface Shot {
  readonly path: string;
  readonly png: Uint8Array;
  readonly raster: Raster;
  readonly frame: Frame;
  readonly view: View;
}

/**
 * The frame of a shot of this size, from the view read with it. The page rounds the lengths of its window to whole CSS
 * pixels, the shot does not: where the whole reaches the window's edge, the shot's edge is used.
 */
export function frameOf(
  { measure, port, at }: Pick<View, 'measure' | 'port' | 'at'>,
  shot: PixelSize,
): Frame {
  const { visual, inner, client } = measure;
  const scale = scaleOf(measure, shot) * visual.scale;
  const edges = {
    left: Math.round((port.x - visual.x) * scale),
    top: Math.round((port.y - visual.y) * scale),
    right: Math.round((port.x + port.width - visual.x) * scale),
    bottom: Math.round((port.y + port.height - visual.y) * scale),
  };
  const isOpen = visual.scale === 1;
  if (isOpen && client.width >= inner.width && port.x + port.width > client.width - 1)
    edges.right = shot.width;
  if (isOpen && client.height >= inner.height && port.y + port.height > client.height - 1) {
    edges.bottom = shot.height;
  }
  const left = Math.max(0, Math.min(edges.left, shot.width));
  const top = Math.max(0, Math.min(edges.top, shot.height));
  return {
    scale,
    origin: {
      x: Math.round((port.x - at.x - visual.x) * scale),
      y: Math.round((port.y - at.y - visual.y) * scale),
    },
    usable: {
      x: left,
      y: top,
      width: Math.max(0, Math.min(edges.right, shot.width) - left),
      height: Math.max(0, Math.min(edges.bottom, shot.height) - top),
    },
  };
}

/** A rectangle of the window (CSS pixels) in the pixels of a shot, each edge rounded outwards. */
export function shotBox(rect: Rect, { visual }: PageMeasure, scale: number): Box {
  const x = Math.floor((rect.x - visual.x) * scale);
  const y = Math.floor((rect.y - visual.y) * scale);
  return {
    x,
    y,
    width: Math.ceil((rect.x + rect.width - visual.x) * scale) - x,
    height: Math.ceil((rect.y + rect.height - visual.y) * scale) - y,
  };
}

/** The size of the whole in device pixels, with each edge rounded as browsers snap boxes. */
export function wholeSize({ whole, port, at, measure }: View, { scale, origin }: Frame): PixelSize {
  const left = port.x - at.x - measure.visual.x;
  const top = port.y - at.y - measure.visual.y;
  return {
    width: Math.max(1, Math.round((left + whole.width) * scale) - origin.x),
    height: Math.max(1, Math.round((top + whole.height) * scale) - origin.y),
  };
}

/** The last row and column of the whole that the shot shows, exclusive, in pixels of the whole. */
export function endOf({ usable, origin }: Frame): { readonly x: number; readonly y: number } {
  return { x: usable.x + usable.width - origin.x, y: usable.y + usable.height - origin.y };
}

/**
 * Whether a shot that shows the whole up to `shown` (device pixels) shows its end. Sizes arrive rounded to a CSS pixel,
 * so one may be missing.
 */
export function reachesEnd(shown: number, whole: number, scale: number): boolean {
  return shown >= (whole - 1) * scale;
}

function scaleOf(measure: PageMeasure, shot: PixelSize): number {
  const expected = measure.inner.width * measure.devicePixelRatio;
  const slack = 2 * measure.devicePixelRatio + 1;
  if (measure.inner.width === 0 || Math.abs(shot.width - expected) <= slack) return measure.devicePixelRatio;
  return shot.width / measure.inner.width;
}
