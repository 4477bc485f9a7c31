import type { Rect } from '../../model/capture.ts';

/** Boxes in the window, in CSS pixels, of what may look different in every frame; at most 200. */
export function restless(): Rect[] {
  return [];
}
