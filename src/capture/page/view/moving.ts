import { bodyOf, rootOf } from '../../../dom/tree.ts';
import { boxOf } from '../layout.ts';
import type { Aim, PageSession } from '../session.ts';
import { writeStyle } from '../style.ts';
import type { Box, Point } from './box.ts';
import { containersOf, innerBox, isFixedToWindow, scaleOf, windowBox } from './clipping.ts';
import { isCut, isWindowScroller, lengthOf, paneReach, windowReach } from './scroller.ts';

/** How often containers are scrolled again: each may move what the one before it had put in place. */
const mostRounds = 3;

/**
 * Scrolls the window and the target's containers so that its point comes to its port's upper left corner, or as near as
 * possible. What is fully in view is left in place. The original positions are remembered for `restore`.
 */
export function moveTo(session: PageSession, aim: Aim, point: Point): void {
  if (aim.kind === 'document') {
    const { x, y } = windowReach();
    scrollWindow(session, { x: x.least + point.x, y: y.least + point.y });
    return;
  }
  if (aim.kind === 'pane') {
    const scale = scaleOf(aim.element);
    const { x, y } = paneReach(aim.element);
    scrollPane(session, aim.element, { x: x.least + point.x / scale.x, y: y.least + point.y / scale.y });
  }
  for (let round = 0; round < mostRounds; round += 1) {
    if (!bring(session, aim, aim.kind === 'pane' ? { x: 0, y: 0 } : point)) return;
  }
}

/** Scrolls every container by the missing distance; false when nothing moved. */
function bring(session: PageSession, aim: Aim, point: Point): boolean {
  const place = () => (aim.kind === 'pane' ? innerBox(aim.element) : boxOf(aim.element));
  let hasMoved = false;
  for (const container of containersOf(aim.element)) {
    if (isWindowScroller(container) || !canMove(container)) continue;
    const missing = missingOf(place(), point, innerBox(container));
    if (missing === undefined) continue;
    const scale = scaleOf(container);
    const before = { x: lengthOf(container, 'scrollLeft'), y: lengthOf(container, 'scrollTop') };
    const wanted = { x: before.x + missing.x / scale.x, y: before.y + missing.y / scale.y };
    hasMoved = scrollPane(session, container, wanted) || hasMoved;
  }
  const missing = missingOf(place(), point, windowBox());
  if (missing === undefined || isFixedToWindow(aim.element)) return hasMoved;
  return scrollWindow(session, { x: window.scrollX + missing.x, y: window.scrollY + missing.y }) || hasMoved;
}

/** The distance from the view's corner to the point; undefined when it is zero or the whole box is already visible. */
function missingOf(box: Box, point: Point, view: Box): Point | undefined {
  const slack = 0.5;
  const fitsX = point.x <= 0 && box.left >= view.left - slack && box.right <= view.right + slack;
  const fitsY = point.y <= 0 && box.top >= view.top - slack && box.bottom <= view.bottom + slack;
  const x = fitsX ? 0 : box.left + within(point.x, box.right - box.left, view.right - view.left) - view.left;
  const y = fitsY ? 0 : box.top + within(point.y, box.bottom - box.top, view.bottom - view.top) - view.top;
  return Math.abs(x) < 0.1 && Math.abs(y) < 0.1 ? undefined : { x, y };
}

/** Limits an offset so that nothing beyond the end of the box is shown. */
function within(length: number, whole: number, shown: number): number {
  return Math.min(length, Math.max(0, whole - shown));
}

/** Whether a script can scroll the box; `overflow: hidden` counts, because chats with their own scroll bars use it. */
function canMove(container: Element): boolean {
  const { overflowX, overflowY } = getComputedStyle(container);
  const moves = (overflow: string) => isCut(overflow) && overflow !== 'clip';
  const excess =
    lengthOf(container, 'scrollWidth') - lengthOf(container, 'clientWidth') > 1 ||
    lengthOf(container, 'scrollHeight') - lengthOf(container, 'clientHeight') > 1;
  return excess && (moves(overflowX) || moves(overflowY));
}

/** Scrolls the window to a whole device pixel, without animation. True when it moved. */
export function scrollWindow(session: PageSession, wanted: Point): boolean {
  const before = { x: window.scrollX, y: window.scrollY };
  session.scrolledFrom ??= before;
  for (const element of [rootOf(document), bodyOf(document)]) {
    if (element !== null) freeFromSnapping(session, element);
  }
  window.scrollTo({ left: wholePixel(wanted.x), top: wholePixel(wanted.y), behavior: 'instant' });
  return hasMoved(before, { x: window.scrollX, y: window.scrollY });
}

/** Scrolls a pane without animation, and remembers its first position. True when it moved. */
export function scrollPane(session: PageSession, pane: Element, wanted: Point): boolean {
  const read = () => ({ x: lengthOf(pane, 'scrollLeft'), y: lengthOf(pane, 'scrollTop') });
  const before = read();
  if (!session.panes.has(pane)) session.panes.set(pane, before);
  freeFromSnapping(session, pane);
  putPane(pane, wanted);
  return hasMoved(before, read());
}

/** Sets a pane's scroll offsets, without the page's smooth scrolling. */
export function putPane(pane: Element, { x, y }: Point): void {
  const where = { left: x, top: y, behavior: 'instant' } as const;
  Reflect.apply(Element.prototype.scrollTo, pane, [where]);
}

/** Disables scroll snapping, which would move the page away from the wanted place. */
function freeFromSnapping(session: PageSession, element: Element): void {
  if (!(element instanceof HTMLElement)) return;
  const { scrollSnapType } = getComputedStyle(element);
  if (/^(?:none|)$/.test(scrollSnapType ?? '')) return;
  writeStyle(session, element, { 'scroll-snap-type': 'none' });
  session.stillness.disown();
}

function wholePixel(length: number): number {
  const ratio = window.devicePixelRatio > 0 ? window.devicePixelRatio : 1;
  // The tolerance keeps rounding errors from losing a pixel.
  return Math.floor(length * ratio + 0.01) / ratio;
}

function hasMoved(before: Point, after: Point): boolean {
  return Math.abs(before.x - after.x) > 0.1 || Math.abs(before.y - after.y) > 0.1;
}
