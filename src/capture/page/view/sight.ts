import { attributeOf, isConnected, nameOf } from '../../../dom/tree.ts';
import { boxOf } from '../layout.ts';
import { areaOf, type Box, isSame, meet, type Point } from './box.ts';
import { type Drawn, drawnOver, keptInPlace } from './drawn.ts';
import { flatElements, flatParentOf } from './flat-tree.ts';
import { isFilled, isReplaced, isShown, ownText } from './paint.ts';

/** One element's place in the window, and what it showed itself. */
export interface Seen {
  readonly box: Box;
  readonly shows: string;
}

/** The elements in the window at one moment with their boxes, and the port through which the target was seen. */
export interface Sight {
  readonly seen: ReadonlyMap<Element, Seen>;
  /** Pseudo-elements that style keeps in the window. */
  readonly drawn: readonly Drawn[];
  readonly view: Box;
  readonly port: Box;
  /** Where the target and the document began in the window: scrolling moves at least one of them. */
  readonly origins: readonly Point[];
}

/** The difference between two sights. */
export interface Step {
  /** How the content moved, in CSS pixels. */
  readonly by: Point;
  /** What did not move with the content, outermost first, with its box before and now. */
  readonly apart: readonly { readonly element: Element; readonly before: Box; readonly now: Box }[];
  /** Pseudo-elements that did not move with it either. */
  readonly drawn: readonly Drawn[];
}

/** Smaller movements are inconclusive, in CSS pixels. */
const leastStep = 40;

/** The parts of a placing that a look needs. */
interface Target {
  readonly port: Box;
  readonly origin: Point;
}

/** Reads the elements of the window and their boxes in one pass. Changes nothing. */
export function lookAround(view: Box, { port, origin }: Target): Sight {
  const seen = new Map<Element, Seen>();
  const around = withSurroundings(view);
  for (const element of flatElements()) {
    const box = boxOf(element);
    if (areaOf(box) > 0 && meet(box, around)) seen.set(element, { box, shows: showsOf(element) });
  }
  const origins = [origin, { x: -window.scrollX, y: -window.scrollY }];
  return { seen, drawn: drawnOver(view), view, port, origins };
}

/** The view enlarged by half its height: the words of a row at its edge may lie just outside. */
function withSurroundings({ left, top, right, bottom }: Box): Box {
  const by = (bottom - top) / 2;
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

/** The element's own words or picture, because a list that recycles rows shows others in the same place. */
function showsOf(element: Element): string {
  if (/^(?:img|source|video|iframe)$/.test(nameOf(element))) return attributeOf(element, 'src') ?? '';
  return ownText(element);
}

/**
 * What stood still, or moved differently from the content, between two sights. Undefined where the content did not
 * scroll far enough: on a page that was not scrolled, a carousel or a released bar would make everything else seem
 * fixed.
 */
export function stepBetween(before: Sight, now: Sight): Step | undefined {
  const by = movementBetween(before, now);
  if (by === undefined) return undefined;
  const holders = holdersOfContent(before, now, by);
  const reused = reusedBetween(before, now);
  const apart: { element: Element; before: Box; now: Box }[] = [];
  const taken = new Set<Element>();
  for (const [element, { box, shows }] of before.seen) {
    if (!isConnected(element) || holders.has(element)) continue;
    const parent = flatParentOf(element);
    if (parent !== null && taken.has(parent)) {
      taken.add(element);
      continue;
    }
    if (parent !== null && reused.has(parent)) reused.add(element);
    if (reused.has(element) && !isPinned(element)) continue;
    const place = boxOf(element);
    const isStill = isSame(box, place) && showsOf(element) === shows;
    if (!isStill && !(isPinned(element) && !isMoved(box, place, by))) continue;
    taken.add(element);
    apart.push({ element, before: box, now: place });
  }
  return { by, apart, drawn: keptInPlace(before.drawn, now.drawn) };
}

/** The movement that most elements with words or pictures made; for recycled rows, a full window. */
function movementBetween(before: Sight, now: Sight): Point | undefined {
  const scrolls = before.origins
    .map((origin, at) => ({
      x: (now.origins[at]?.x ?? 0) - origin.x,
      y: (now.origins[at]?.y ?? 0) - origin.y,
    }))
    .filter(({ x, y }) => Math.hypot(x, y) >= leastStep);
  if (scrolls.length === 0) return undefined;
  const says = ({ shows }: Seen) => shows !== '';
  // A page without words is judged by its coloured boxes.
  return (
    movementOf(before, scrolls, says) ??
    replacedBetween(before, now) ??
    movementOf(before, scrolls, (_, element) => isFilled(getComputedStyle(element)))
  );
}

/** The most common movement of the counted elements; undefined where none moved with the scrolling. */
function movementOf(
  before: Sight,
  scrolls: readonly Point[],
  counts: (seen: Seen, element: Element) => boolean,
): Point | undefined {
  const votes = new Map<string, { by: Point; count: number }>();
  for (const [element, seen] of before.seen) {
    const { box, shows } = seen;
    if (!isConnected(element) || !counts(seen, element) || showsOf(element) !== shows) continue;
    const place = boxOf(element);
    if (areaOf(place) === 0) continue;
    const by = { x: place.left - box.left, y: place.top - box.top };
    if (Math.hypot(by.x, by.y) < leastStep || !scrolls.some(scroll => goesWith(by, scroll))) continue;
    const key = `${Math.round(by.x)} ${Math.round(by.y)}`;
    const vote = votes.get(key) ?? { by, count: 0 };
    vote.count += 1;
    votes.set(key, vote);
  }
  const [most] = Array.from(votes.values()).toSorted((a, b) => b.count - a.count);
  return most?.by;
}

/** Whether a movement matches the scrolling, allowing for what came in above meanwhile. */
function goesWith(by: Point, scroll: Point): boolean {
  const share = (by.x * scroll.x + by.y * scroll.y) / (scroll.x ** 2 + scroll.y ** 2);
  return share >= 0.5 && share <= 2;
}

/** When only new content is shown, it has moved by at least the window's height. */
function replacedBetween(before: Sight, now: Sight): Point | undefined {
  const isNew = ([element, { shows }]: [Element, Seen]) =>
    shows !== '' && before.seen.get(element)?.shows !== shows;
  const fresh = Array.from(now.seen).filter(isNew).length;
  const height = now.view.bottom - now.view.top;
  return fresh > 2 ? { x: 0, y: -height } : undefined;
}

/** Every element that holds something which moved with the content, or whose content changed. */
function holdersOfContent(before: Sight, now: Sight, by: Point): Set<Element> {
  const holders = new Set<Element>();
  const hold = (element: Element) => {
    if (holders.has(element) || !isShown(element)) return;
    for (let node: Element | null = element; node !== null && !holders.has(node); ) {
      holders.add(node);
      node = flatParentOf(node);
    }
  };
  for (const [element, seen] of before.seen) {
    const { box, shows } = seen;
    const draws = shows !== '' || isReplaced(element) || isFilled(getComputedStyle(element));
    if (!draws || !isConnected(element)) continue;
    if (isOther(element, seen) || isMoved(box, boxOf(element), by)) hold(element);
  }
  for (const [element, { shows }] of now.seen) {
    if (shows !== '' && !before.seen.has(element) && !isPinnedWithin(element)) hold(element);
  }
  return holders;
}

/**
 * Recycled rows: those in the same place that show something else, with everything in them, even if unchanged. A fixed
 * bar with a counter looks the same and is left to the comparison of pixels.
 */
function reusedBetween(before: Sight, now: Sight): Set<Element> {
  const reused = new Set<Element>();
  const reuse = (element: Element | null) => {
    for (let node = element; node !== null && isPart(node) && !reused.has(node); node = flatParentOf(node))
      reused.add(node);
  };
  for (const [element, seen] of before.seen) {
    if (isConnected(element) && isOther(element, seen)) reuse(element);
  }
  for (const [element, { shows }] of now.seen) {
    if (shows !== '' && !before.seen.has(element) && !isPinnedWithin(element)) reuse(flatParentOf(element));
  }
  return reused;
}

/** Whether it shows other words or another picture in the same place. */
function isOther(element: Element, { box, shows }: Seen): boolean {
  return showsOf(element) !== shows && isSame(box, boxOf(element)) && !isPinnedWithin(element);
}

/** Whether it is a part of the page, such as a row or bar, and not the page itself. */
function isPart(element: Element): boolean {
  return areaOf(boxOf(element)) < (window.innerWidth * window.innerHeight) / 3;
}

/** Whether an element taken to stand still moved with the content after all, or is no longer kept in place. */
export function hasLeft(element: Element, before: Sight, { by }: Step): boolean {
  const seen = before.seen.get(element);
  if (seen === undefined || !isConnected(element)) return false;
  const place = boxOf(element);
  return isMoved(seen.box, place, by) || (!isSame(seen.box, place) && !isPinned(element));
}

/** Whether the box moved as the content did. */
function isMoved(before: Box, now: Box, by: Point): boolean {
  return Math.abs(now.left - before.left - by.x) <= 1 && Math.abs(now.top - before.top - by.y) <= 1;
}

function isPinned(element: Element): boolean {
  return /^(?:fixed|sticky)$/.test(getComputedStyle(element).position);
}

/** Whether it is inside something small that is fixed by style, such as a bar with a counter. */
function isPinnedWithin(element: Element): boolean {
  for (let node: Element | null = element; node !== null; node = flatParentOf(node)) {
    if (isPinned(node)) return isPart(node);
  }
  return false;
}
