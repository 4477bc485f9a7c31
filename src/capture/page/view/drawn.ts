import { bodyOf, isConnected, rootOf } from '../../../dom/tree.ts';
import { type Box, common, pointsOver } from './box.ts';
import { topAt } from './flat-tree.ts';
import { placedPseudo } from './paint.ts';

/** A pseudo-element that style keeps in its place in the window, and where it was found. */
export interface Drawn {
  readonly element: Element;
  readonly name: '::before' | '::after';
  /** The points of the net where it is on top, and the box around them. */
  readonly points: ReadonlySet<string>;
  readonly box: Box;
}

/** The mesh width of the net in CSS pixels. What is smaller than a button may be missed, because hit tests are slow. */
const net = 40;

/**
 * Pseudo-elements that style keeps in the window. They have no element or box, so they are searched for by points;
 * {@link keptInPlace} finds which of them stand still.
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

/** The pseudo-elements found at the same point in both looks. */
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

/** Hides a pseudo-element by a finished animation, which writes nothing into the document. */
export function hideDrawn({ element, name }: Drawn): Animation {
  const unseen = { visibility: 'hidden', opacity: 0 };
  const options = { duration: 0, fill: 'forwards', pseudoElement: name } as const;
  return Element.prototype.animate.call(element, [unseen, unseen], options);
}
