import { bodyOf, isConnected, rootOf } from '../../../dom/tree.ts';
import { type Box, common, pointsOver } from './box.ts';
import { topAt } from './flat-tree.ts';
import { placedPseudo } from './paint.ts';

/** What a style draws before or after an element and keeps in its place in the window, and where it was found. */
export interface Drawn {
  readonly element: Element;
  readonly name: '::before' | '::after';
  /** The points of the net at which it is on top, and the box around them. */
  readonly points: ReadonlySet<string>;
  readonly box: Box;
}

/** In CSS pixels: what is smaller than a button in both directions may be missed, and asking is dear. */
const net = 40;

/**
 * What styles alone keep in the window. It has no element and no box of its own, so that it is looked for by points;
 * which of them stand still is told by comparing two looks.
 */
export function drawnOver(view: Box): Drawn[] {
  const hits = new Map<Element, { x: number; y: number }[]>();
  for (const point of pointsOver(view, net)) {
    const top = topAt(point.x, point.y);
    if (top === undefined) continue;
    hits.set(top, [...(hits.get(top) ?? []), point]);
  }
  for (const element of [rootOf(document), bodyOf(document)]) {
    if (element !== null && !hits.has(element)) hits.set(element, []);
  }
  return Array.from(hits).flatMap(([element, points]) => {
    const name = placedPseudo(element);
    if (name === undefined || !isKeptInPlace(element, name)) return [];
    const half = net / 2;
    const box = points
      .map(({ x, y }) => ({ left: x - half, top: y - half, right: x + half, bottom: y + half }))
      .reduce<Box | undefined>((all, cell) => (all === undefined ? cell : around(all, cell)), undefined);
    const keys = new Set(points.map(({ x, y }) => `${x} ${y}`));
    return [{ element, name, points: keys, box: common(box ?? view, view) }];
  });
}

function isKeptInPlace(element: Element, name: '::before' | '::after'): boolean {
  return /fixed|sticky/.test(getComputedStyle(element, name).position);
}

/** What was found at one and the same place in both looks. */
export function keptInPlace(before: readonly Drawn[], now: readonly Drawn[]): Drawn[] {
  return now.filter(({ element, name, points }) => {
    const earlier = before.find(each => each.element === element && each.name === name);
    if (earlier === undefined || !isConnected(element)) return false;
    return Array.from(points).some(point => earlier.points.has(point));
  });
}

function around(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

/** Hides what a style draws, by an animation that stands at its end: nothing in the document is written. */
export function hideDrawn({ element, name }: Drawn): Animation {
  const unseen = { visibility: 'hidden', opacity: 0 };
  const options = { duration: 0, fill: 'forwards', pseudoElement: name } as const;
  return Element.prototype.animate.call(element, [unseen, unseen], options);
}
