import type { Area } from './working-copy.ts';

/** What remains of an area without others: rectangles that do not overlap. */
export function beside(area: Area, taken: readonly Area[]): readonly Area[] {
  return taken.reduce<readonly Area[]>((left, each) => left.flatMap(part => without(part, each)), [area]);
}

/** The intersection of two areas; undefined when they do not overlap. */
export function overlap(one: Area, other: Area): Area | undefined {
  const part = between(
    Math.max(one.x, other.x),
    Math.max(one.y, other.y),
    Math.min(rightOf(one), rightOf(other)),
    Math.min(bottomOf(one), bottomOf(other)),
  );
  return part.width > 0 && part.height > 0 ? part : undefined;
}

function without(area: Area, taken: Area): readonly Area[] {
  const part = overlap(area, taken);
  if (part === undefined) return [area];
  return [
    between(area.x, area.y, rightOf(area), part.y),
    between(area.x, part.y, part.x, bottomOf(part)),
    between(rightOf(part), part.y, rightOf(area), bottomOf(part)),
    between(area.x, bottomOf(part), rightOf(area), bottomOf(area)),
  ].filter(({ width, height }) => width > 0 && height > 0);
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
