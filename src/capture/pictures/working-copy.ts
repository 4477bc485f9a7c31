import { beside, overlap } from '../../model/areas.ts';
import type { Area } from '../../model/working-copy.ts';
import type { Pixels } from './pixels.ts';
import { type PixelSize, pngSize } from './png.ts';
import type { JoinPart } from './stitch.ts';

/** What is cropped from a picture, and which areas are covered; in the picture's own pixels. */
export interface Covering {
  readonly crop?: Area | undefined;
  readonly covered: readonly Area[];
}

/** The copy's PNG and its size, and the areas limited to the picture. */
export interface DrawnCopy extends PixelSize, Covering {
  readonly png: Uint8Array;
}

const picture = 'picture';

/**
 * Draws a copy of a PNG with areas covered by opaque black. The covered pixels are never drawn: the canvas begins
 * opaque black and receives only what lies beside them, pixel for pixel. Only pixels are copied, so no metadata is.
 * Throws when nothing would be covered or cropped, when an area lies outside the picture, and what `pixels` throws.
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

/** The part of an area within another. Throws when they do not overlap. */
function within(area: Area, outer: Area): Area {
  const part = overlap(area, outer);
  if (part === undefined) throw new Error('an area outside the picture');
  return part;
}

function toPart({ x, y, width, height }: Area, cut: Area): JoinPart {
  return { path: picture, from: { x, y, width, height }, to: { x: x - cut.x, y: y - cut.y } };
}

function isSame(one: Area, other: Area): boolean {
  return one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;
}
