import { type Box, nowhere } from './box.ts';

/** The box that a clipping style leaves; `doubt` where the shape is not understood. */
export type Shape = Box | 'doubt' | undefined;

/** The box around what a computed `clip-path` leaves of `box`. Undefined when it clips nothing. */
export function clipPathBox(value: string, box: Box): Shape {
  const path = value.replace(/\s+(?:border|padding|content|margin|fill|stroke|view)-box$/, '').trim();
  if (path === '' || path === 'none' || /^[a-z]+-box$/.test(path)) return undefined;
  const form = /^(inset|circle|ellipse|polygon)\((.*)\)$/s.exec(path);
  const [, name, inside = ''] = form ?? [];
  if (/calc|var|min\(|max\(/.test(inside)) return 'doubt';
  switch (name) {
    case 'inset':
      return inset(inside, box);
    case 'circle':
    case 'ellipse':
      return round(name, inside, box);
    case 'polygon':
      return polygon(inside, box);
    default:
      return 'doubt';
  }
}

/** What the computed `clip` of a positioned element leaves of the box. Undefined when it clips nothing. */
export function clipBox(value: string, box: Box): Shape {
  const sides = /^rect\((.*)\)$/.exec(value.trim())?.[1]?.split(/[\s,]+/);
  if (sides === undefined) return undefined;
  const [top, right, bottom, left] = sides.map(side =>
    side === 'auto' ? undefined : Number.parseFloat(side),
  );
  return {
    left: box.left + (left ?? 0),
    top: box.top + (top ?? 0),
    right: right === undefined ? box.right : box.left + right,
    bottom: bottom === undefined ? box.bottom : box.top + bottom,
  };
}

function lengthOf(text: string | undefined, whole: number): number | undefined {
  const form = /^(-?[\d.]+(?:e-?\d+)?)(px|%)?$/.exec(text ?? '');
  if (form === null) return undefined;
  return form[2] === '%' ? (Number(form[1]) * whole) / 100 : Number(form[1]);
}

function inset(inside: string, box: Box): Shape {
  const sides = inside.split(' round ')[0]?.trim().split(/\s+/) ?? [];
  const [top, right = top, bottom = top, left = right] = sides;
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const cut = {
    left: lengthOf(left, width),
    top: lengthOf(top, height),
    right: lengthOf(right, width),
    bottom: lengthOf(bottom, height),
  };
  if (cut.left === undefined || cut.top === undefined || cut.right === undefined || cut.bottom === undefined)
    return 'doubt';
  return {
    left: box.left + cut.left,
    top: box.top + cut.top,
    right: box.right - cut.right,
    bottom: box.bottom - cut.bottom,
  };
}

function round(name: string, inside: string, box: Box): Shape {
  const [size = '', at = '50% 50%'] = inside.split(/(?:^|\s)at\s/);
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const [x, y = '50%'] = at.trim().split(/\s+/);
  const centre = { x: lengthOf(x, width), y: lengthOf(y, height) };
  if (centre.x === undefined || centre.y === undefined) return 'doubt';
  const sizes = size.trim().split(/\s+/).filter(Boolean);
  const diagonal = Math.hypot(width, height) / Math.SQRT2;
  const across = sizes.length === 0 ? Math.max(width, height) / 2 : sizeOf(sizes[0], name, width, diagonal);
  const down = name === 'circle' || sizes[1] === undefined ? across : lengthOf(sizes[1], height);
  if (across === undefined || down === undefined) return 'doubt';
  if (across <= 0 || down <= 0) return nowhere;
  return {
    left: box.left + centre.x - across,
    top: box.top + centre.y - down,
    right: box.left + centre.x + across,
    bottom: box.top + centre.y + down,
  };
}

function sizeOf(text: string | undefined, name: string, width: number, diagonal: number): number | undefined {
  if (text === 'closest-side' || text === 'farthest-side') return diagonal;
  return lengthOf(text, name === 'circle' ? diagonal : width);
}

function polygon(inside: string, box: Box): Shape {
  const points = inside
    .replace(/^(?:nonzero|evenodd),/, '')
    .split(',')
    .map(point => point.trim().split(/\s+/));
  const xs = points.map(([x]) => lengthOf(x, box.right - box.left));
  const ys = points.map(([, y]) => lengthOf(y, box.bottom - box.top));
  if ([...xs, ...ys].some(each => each === undefined)) return 'doubt';
  const [across, down] = [xs.map(Number), ys.map(Number)];
  return {
    left: box.left + Math.min(...across),
    top: box.top + Math.min(...down),
    right: box.left + Math.max(...across),
    bottom: box.top + Math.max(...down),
  };
}
