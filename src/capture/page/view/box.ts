import type { Rect } from '../../../model/capture.ts';

/** A box of the window by its edges, in CSS pixels. A `DOMRect` fits. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The part common to both boxes; without an area, at the nearest place, when they do not overlap. */
export function common(a: Box, b: Box): Box {
  const left = Math.max(a.left, b.left);
  const top = Math.max(a.top, b.top);
  return {
    left,
    top,
    right: Math.max(left, Math.min(a.right, b.right)),
    bottom: Math.max(top, Math.min(a.bottom, b.bottom)),
  };
}

export function areaOf({ left, top, right, bottom }: Box): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}

/** Whether both boxes overlap by more than half a CSS pixel in both directions. */
export function meet(a: Box, b: Box): boolean {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  return width > 0.5 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;
}

/** Whether the point is in the box, whose right and bottom edges do not count. */
export function includes({ left, top, right, bottom }: Box, { x, y }: Point): boolean {
  return x >= left && x < right && y >= top && y < bottom;
}

export function centreOf({ left, top, right, bottom }: Box): Point {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** Whether both boxes are equal within half a CSS pixel at each edge. */
export function isSame(a: Box, b: Box): boolean {
  return near(a.left, b.left) && near(a.top, b.top) && near(a.right, b.right) && near(a.bottom, b.bottom);
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 0.5;
}

/** The box as a rectangle, whose size is never negative. */
export function rectOf({ left, top, right, bottom }: Box): Rect {
  return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

/** Points over the whole box, at most `step` CSS pixels apart; each in the middle of its cell. */
export function pointsOver(box: Box, step: number): Point[] {
  const points: Point[] = [];
  const columns = Math.max(1, Math.ceil((box.right - box.left) / step));
  const rows = Math.max(1, Math.ceil((box.bottom - box.top) / step));
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      points.push({
        x: box.left + ((column + 0.5) * (box.right - box.left)) / columns,
        y: box.top + ((row + 0.5) * (box.bottom - box.top)) / rows,
      });
    }
  }
  return points;
}
