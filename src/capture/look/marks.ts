import { type Box, hasArea, intersection, type Raster, sizeOf } from './raster.ts';

/** A place where Holdfast drew over the page, in pixels of the picture, and the colour it drew with. */
export interface Mark {
  readonly box: Box;
  readonly color: readonly [red: number, green: number, blue: number];
}

/** How far screens and their colour profiles may shift a channel. */
const slack = 3;
/** The share of a place that must have the mark's colour; less than all, because text is drawn on it. */
const share = 0.6;

/**
 * Whether a picture still shows Holdfast's marks: whether at least half of the places in the picture have the mark's
 * colour. False where no place is in the picture.
 */
export function showsMarks(raster: Raster, marks: readonly Mark[]): boolean {
  const inside = marks
    .map(({ box, color }) => ({ color, box: intersection(box, { x: 0, y: 0, ...sizeOf(raster) }) }))
    .filter(({ box }) => hasArea(box));
  const shown = inside.filter(mark => shareOf(raster, mark) >= share).length;
  return shown > 0 && shown * 2 >= inside.length;
}

function shareOf({ data, width }: Raster, { box, color }: Mark): number {
  let found = 0;
  for (let row = box.y; row < box.y + box.height; row += 1) {
    for (let column = box.x; column < box.x + box.width; column += 1) {
      const at = (row * width + column) * 4;
      if (color.every((value, channel) => Math.abs((data[at + channel] ?? 0) - value) <= slack)) found += 1;
    }
  }
  return found / (box.width * box.height);
}
