import { type Box, intersection, pixelsOf, type Raster } from './raster.ts';

/** The side of the squares in which pictures are compared, in pixels. */
export const squareSide = 16;

/**
 * The squares of the box, as `column,row` from its corner, in which two shots of different places show the same pixels
 * at the same place of the window. Squares that do not change from row to row are left out, because a line down the
 * page looks the same everywhere.
 */
export function sameSquares(one: Raster, other: Raster, box: Box): ReadonlySet<string> {
  const found = new Set<string>();
  if (one.width !== other.width || one.height !== other.height) return found;
  const [first, second] = [pixelsOf(one), pixelsOf(other)];
  for (let row = 0; (row + 1) * squareSide <= box.height; row += 1) {
    for (let column = 0; (column + 1) * squareSide <= box.width; column += 1) {
      const at = (box.y + row * squareSide) * one.width + box.x + column * squareSide;
      if (isSame(first, second, at, one.width) && changesDown(first, at, one.width))
        found.add(`${column},${row}`);
    }
  }
  return found;
}

function isSame(first: Uint32Array, second: Uint32Array, at: number, width: number): boolean {
  for (let row = 0; row < squareSide; row += 1) {
    const start = at + row * width;
    for (let column = start; column < start + squareSide; column += 1) {
      if (first[column] !== second[column]) return false;
    }
  }
  return true;
}

function changesDown(pixels: Uint32Array, at: number, width: number): boolean {
  for (let row = 1; row < squareSide; row += 1) {
    const start = at + row * width;
    for (let column = start; column < start + squareSide; column += 1) {
      if (pixels[column] !== pixels[column - width]) return true;
    }
  }
  return false;
}

/** Boxes around groups of nearby squares, grown by one square and limited to `box`, in the pixels of its picture. */
export function boxesAround(squares: ReadonlySet<string>, box: Box): readonly Box[] {
  const left = new Set(squares);
  const boxes: Box[] = [];
  for (const start of squares) {
    if (!left.delete(start)) continue;
    const group = groupFrom(start, left);
    const columns = group.map(([column]) => column);
    const rows = group.map(([, row]) => row);
    const x = box.x + (Math.min(...columns) - 1) * squareSide;
    const y = box.y + (Math.min(...rows) - 1) * squareSide;
    const width = (Math.max(...columns) - Math.min(...columns) + 3) * squareSide;
    const height = (Math.max(...rows) - Math.min(...rows) + 3) * squareSide;
    if (group.length >= leastSquares) boxes.push(intersection({ x, y, width, height }, box));
  }
  return boxes;
}

/** Fewer squares than this may be equal by chance. */
const leastSquares = 3;
/** How far apart squares of one group may be, in squares: letters have space between them. */
const reach = 3;

function groupFrom(start: string, left: Set<string>): [number, number][] {
  const group: [number, number][] = [];
  const waiting = [start];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [column = 0, row = 0] = next.split(',').map(Number);
    group.push([column, row]);
    for (let y = row - reach; y <= row + reach; y += 1) {
      for (let x = column - reach; x <= column + reach; x += 1) {
        if (left.delete(`${x},${y}`)) waiting.push(`${x},${y}`);
      }
    }
  }
  return group;
}
