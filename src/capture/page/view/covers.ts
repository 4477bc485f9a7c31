import { containsNode, nameOf } from '../../../dom/tree.ts';
import type { View } from '../../../messaging/page-protocol.ts';
import { boxOf, shadowOf } from '../layout.ts';
import { describe } from '../naming.ts';
import type { Aim } from '../session.ts';
import { areaOf, type Box, centreOf, common, meet, pointsOver, rectOf } from './box.ts';
import { shownPart } from './clipping.ts';
import { flatElements, flatParentOf, holds, innerRootOf, lineOf, topAt } from './flat-tree.ts';
import { isPainted, isShown, paintedBoxes, placedPseudo } from './paint.ts';
import { isPaintedOver } from './paint-order.ts';

/** The mesh width of the net of points, in CSS pixels: anything smaller hides no letter. */
const net = 16;
const mostCovers = 50;

type Found = Map<Element, { box: Box; detail: string }>;

/**
 * What lies over the target within the port and is neither inside the target nor around it. Found in two ways: from the
 * boxes of painted elements, and by a net of points, which also finds what only a style draws. At most fifty.
 */
export function coversOf(aim: Aim, port: Box): View['covers'] {
  if (aim.kind === 'document' || areaOf(port) <= 0) return [];
  const line = new Set(lineOf(aim.element));
  const found: Found = new Map();
  findByBoxes(aim.element, line, port, found);
  findByNet(aim.element, line, port, found);
  return Array.from(found.values(), ({ box, detail }) => ({ rect: rectOf(box), detail })).slice(
    0,
    mostCovers,
  );
}

function findByBoxes(target: Element, line: ReadonlySet<Element>, port: Box, found: Found): void {
  for (const element of flatElements()) {
    if (!meet(boxOf(element), port) || line.has(element)) continue;
    if (containsNode(target, element) || isWithin(element, found) || holds(target, element)) continue;
    if (!isShown(element)) continue;
    const shown = shownPart(element, port);
    const parts = paintedBoxes(element).map(box => common(box, shown));
    const part = parts.find(each => areaOf(each) > 0 && isOnTop(element, target, each));
    if (part !== undefined) found.set(element, { box: part, detail: describe(element) });
  }
}

function isOnTop(element: Element, target: Element, part: Box): boolean {
  if (getComputedStyle(element).pointerEvents === 'none') return isPaintedOver(element, target);
  return probesOf(part).some(({ x, y }) => {
    const top = topAt(x, y);
    return top !== undefined && (top === element || holds(element, top));
  });
}

/** The middle of a part, and points near its corners and edges. */
function probesOf(part: Box) {
  const { x, y } = centreOf(part);
  const [dx, dy] = [(part.right - part.left) * 0.4, (part.bottom - part.top) * 0.4];
  const steps = [0, -1, 1];
  return steps.flatMap(across => steps.map(down => ({ x: x + across * dx, y: y + down * dy })));
}

function findByNet(target: Element, line: ReadonlySet<Element>, port: Box, found: Found): void {
  const drawn = new Map<Element, string | undefined>();
  for (const point of pointsOver(port, net)) {
    const top = topAt(point.x, point.y);
    if (top === undefined || top === target || containsNode(target, top)) continue;
    if (!drawn.has(top)) drawn.set(top, isWithin(top, found) ? undefined : detailOf(top, target, line));
    const detail = drawn.get(top);
    if (detail !== undefined) widen(found, top, detail, cellAround(point, port));
  }
}

/** What lies at a point over the target, in words; undefined for the target itself and for what paints nothing. */
function detailOf(top: Element, target: Element, line: ReadonlySet<Element>): string | undefined {
  if (holds(target, top)) return undefined;
  if (line.has(top)) {
    const pseudo = placedPseudo(top);
    return pseudo && `what the style draws ${pseudo === '::before' ? 'before' : 'after'} ${describe(top)}`;
  }
  if (!isShown(top)) return undefined;
  for (let node: Element | null = top; node !== null && !line.has(node); node = flatParentOf(node)) {
    if (isPainted(node) || placedPseudo(node) !== undefined || isSealed(node)) return describe(node);
  }
  return undefined;
}

/** Whether this is a custom element whose shadow root cannot be read. */
function isSealed(element: Element): boolean {
  return nameOf(element).includes('-') && shadowOf(element) === null && innerRootOf(element) === null;
}

function isWithin(element: Element, found: Found): boolean {
  for (let node: Element | null = element; node !== null; node = flatParentOf(node)) {
    if (found.has(node)) return true;
  }
  return false;
}

function widen(found: Found, element: Element, detail: string, cell: Box): void {
  const known = found.get(element)?.box ?? cell;
  found.set(element, {
    detail,
    box: {
      left: Math.min(known.left, cell.left),
      top: Math.min(known.top, cell.top),
      right: Math.max(known.right, cell.right),
      bottom: Math.max(known.bottom, cell.bottom),
    },
  });
}

function cellAround({ x, y }: { x: number; y: number }, port: Box): Box {
  const half = net / 2;
  return common({ left: x - half, top: y - half, right: x + half, bottom: y + half }, port);
}
