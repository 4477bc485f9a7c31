import type { Area } from '../model/working-copy.ts';
import type { Pixels } from './pixels.ts';
import { type PixelSize, pngSize } from './png.ts';
import type { JoinPart } from './stitch.ts';

/** What is cut out of a picture, and what of it is covered; in the picture's own pixels. */
export interface Covering {
  readonly crop?: Area | undefined;
  readonly covered: readonly Area[];
}

/** The copy's PNG and its size, and the areas as they fell within the picture. */
export interface DrawnCopy extends PixelSize, Covering {
  readonly png: Uint8Array;
}

const picture = 'picture';

/**
 * Draws a copy of a PNG with areas covered by opaque black. The covered parts of the picture are never drawn: the
 * canvas begins black and opaque, and only what lies beside them is put on it, pixel for pixel. Nothing but pixels
 * goes over, so that no metadata does. Throws when nothing would be covered or cut off, when nothing would be left
 * of an area, and what `pixels` throws.
 */
export async function drawWorkingCopy(
  png: Uint8Array,
  { crop, covered }: Covering,
  pixels: Pick<Pixels, 'compose'>,
): Promise<DrawnCopy> {
  const { width, height } = pngSize(png);
  const whole: Area = { x: 0, y: 0, width, height };
  const cut = crop === undefined ? whole : within(crop, whole);
  const areas = covered.map(area => within(area, whole));
  if (areas.length === 0 && isSame(cut, whole)) throw new Error('a working copy that changes nothing');
  const size = { width: cut.width, height: cut.height };
  const parts = beside(cut, areas).map(area => toPart(area, cut));
  const composed = await pixels.compose({ ...size, parts, tile: () => png });
  return { png: composed.png, ...size, covered: areas, ...(!isSame(cut, whole) && { crop: cut }) };
}

/** What is left of an area when others are taken out of it: rectangles that do not overlap. */
export function beside(area: Area, taken: readonly Area[]): readonly Area[] {
  return taken.reduce<readonly Area[]>((left, each) => left.flatMap(part => without(part, each)), [area]);
}

function without(area: Area, taken: Area): readonly Area[] {
  const top = Math.max(area.y, taken.y);
  const bottom = Math.min(bottomOf(area), bottomOf(taken));
  const left = Math.max(area.x, taken.x);
  const right = Math.min(rightOf(area), rightOf(taken));
  if (top >= bottom || left >= right) return [area];
  return [
    between(area.x, area.y, rightOf(area), top),
    between(area.x, top, left, bottom),
    between(right, top, rightOf(area), bottom),
    between(area.x, bottom, rightOf(area), bottomOf(area)),
  ].filter(({ width, height }) => width > 0 && height > 0);
}

/** The part of an area that lies within another. Throws when none does. */
function within(area: Area, outer: Area): Area {
  const part = between(
    Math.max(area.x, outer.x),
    Math.max(area.y, outer.y),
    Math.min(rightOf(area), rightOf(outer)),
    Math.min(bottomOf(area), bottomOf(outer)),
  );
  if (part.width <= 0 || part.height <= 0) throw new Error('an area outside the picture');
  return part;
}

function toPart({ x, y, width, height }: Area, cut: Area): JoinPart {
  return { path: picture, from: { x, y, width, height }, to: { x: x - cut.x, y: y - cut.y } };
}

function between(left: number, top: number, right: number, bottom: number): Area {
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function rightOf({ x, width }: Area): number {
  return x + width;
}

function bottomOf({ y, height }: Area): number {
  return y + height;
}

function isSame(one: Area, other: Area): boolean {
  return one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;
}
