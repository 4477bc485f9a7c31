import { type Box, isUniform, type Raster } from './raster.ts';

/** Rows of the box, from `from` to `to` (exclusive), that all have one colour. */
export interface BlankBand {
  readonly from: number;
  readonly to: number;
}

/**
 * The bands of one colour in this box of the picture that are at least `least` rows high, top to bottom: margins,
 * gaps, or a part that the browser had not painted. Rows are counted in the picture.
 */
export function blankBands(raster: Raster, box: Box, least: number): readonly BlankBand[] {
  const bands: BlankBand[] = [];
  let from = box.y;
  const end = box.y + box.height;
  for (let row = box.y + 1; row <= end; row += 1) {
    const continues = row < end && isUniform(raster, { ...box, y: row - 1, height: 2 });
    if (continues) continue;
    if (row - from >= least && isUniform(raster, { ...box, y: from, height: 1 }))
      bands.push({ from, to: row });
    from = row;
  }
  return bands;
}

/** Whether the same box holds the same pixels in both pictures. False when the pictures differ in size. */
export function isSameIn(one: Raster, other: Raster, box: Box): boolean {
  if (one.width !== other.width || one.height !== other.height) return false;
  for (let row = box.y; row < box.y + box.height; row += 1) {
    const start = (row * one.width + box.x) * 4;
    const end = start + box.width * 4;
    for (let at = start; at < end; at += 1) if (one.data[at] !== other.data[at]) return false;
  }
  return true;
}
