import type { PageMeasure } from '../messaging/page-protocol.ts';
import type { Rect } from '../model/capture.ts';
import type { PixelSize } from './png.ts';

/**
 * How one shot's pixels lie on the page. `scale` is device pixels per CSS pixel, zoom included; `left` and
 * `top` are the shot's corner in the document, `width` and `height` its usable part without scroll bars;
 * all four in device pixels.
 */
export interface Frame {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The frame of a shot of this size, from the page as it was measured beside it. The page rounds its lengths
 * to whole CSS pixels, the picture does not: the picture's own size holds wherever the two agree.
 */
export function frameOf(measure: PageMeasure, shot: PixelSize): Frame {
  const scale = scaleOf(measure, shot);
  return {
    scale,
    left: Math.round(measure.scroll.x * scale),
    top: Math.round(measure.scroll.y * scale),
    width: usable(shot.width, measure.inner.width, measure.client.width, scale),
    height: usable(shot.height, measure.inner.height, measure.client.height, scale),
  };
}

/** A CSS rectangle of the document in device pixels, snapped as browsers snap boxes: each edge rounded. */
export function deviceRect(rect: Rect, scale: number): Rect {
  const x = Math.round(rect.x * scale);
  const y = Math.round(rect.y * scale);
  return {
    x,
    y,
    width: Math.max(1, Math.round((rect.x + rect.width) * scale) - x),
    height: Math.max(1, Math.round((rect.y + rect.height) * scale) - y),
  };
}

/** How far consecutive shots overlap, in device pixels: at most a quarter of a shot. */
export function overlapOf(frame: Frame): number {
  return Math.min(Math.ceil(24 * frame.scale), Math.floor(frame.height / 4));
}

/** Where to scroll to (CSS pixels, on a whole device pixel) so that the next shot overlaps what is covered. */
export function nextScroll(frame: Frame): number {
  return Math.max(0, frame.top + frame.height - overlapOf(frame)) / frame.scale;
}

/** True when the page, shown on a whole number of device pixels, ends inside or above this shot. */
export function reachesEnd(frame: Frame, documentHeight: number): boolean {
  // Heights arrive rounded to a CSS pixel: half of one may be missing at either side.
  return frame.top + frame.height >= (documentHeight - 1) * frame.scale;
}

function scaleOf(measure: PageMeasure, shot: PixelSize): number {
  const expected = measure.inner.width * measure.devicePixelRatio;
  const slack = 2 * measure.devicePixelRatio + 1;
  if (measure.inner.width === 0 || Math.abs(shot.width - expected) <= slack) return measure.devicePixelRatio;
  return shot.width / measure.inner.width;
}

function usable(pixels: number, inner: number, client: number, scale: number): number {
  if (client >= inner || client <= 0) return pixels;
  return Math.max(1, Math.min(pixels, Math.round(client * scale)));
}
