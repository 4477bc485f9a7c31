import { isConnected } from '../../dom/tree.ts';
import type { PageAnswer } from '../../messaging/page-protocol.ts';
import type { PageChange } from '../../model/capture.ts';
import { describe } from './naming.ts';
import type { PageSession } from './session.ts';
import { restoreStyles } from './style.ts';
import type { Point } from './view/box.ts';
import { putPane } from './view/moving.ts';
import { lengthOf } from './view/scroller.ts';

/** How many differences are named at most. */
export const mostNamed = 20;

/**
 * Restores every style and scroll position, and checks the result. Returns what it restored and what still differs;
 * elements that the page has removed meanwhile are ignored.
 */
export function restore(session: PageSession): PageAnswer<'restore'> {
  // Changes that no answer has reported yet.
  const changes: PageChange[] = session.untold.splice(0);
  session.stillness.end();
  const { count, differs } = showAgain(session);
  if (count > 0) {
    const what =
      count === 1 ? 'the element that was hidden or moved' : `${count} elements that were hidden or moved`;
    changes.push({ kind: 'restored', detail: `Put back ${what}.` });
  }
  const boxes = putBackPanes(session);
  if (boxes.count > 0) {
    const what = boxes.count === 1 ? 'a part of the page' : `${boxes.count} parts of the page`;
    changes.push({ kind: 'restored', detail: `Scrolled ${what} back to where it stood.` });
  }
  const from = session.scrolledFrom;
  session.scrolledFrom = undefined;
  if (from !== undefined)
    changes.push({ kind: 'restored', detail: 'Scrolled back to where the page stood.' });
  return { changes, differs: [...differs, ...boxes.differs, ...scrollBack(from)].slice(0, mostNamed) };
}

/** Restores all but the scroll positions; returns how many alterations there were, and what still differs. */
export function showAgain(session: PageSession): { count: number; differs: readonly string[] } {
  const { count, differs } = restoreStyles(session);
  const drawn = repaint(session);
  session.mark.forget();
  forgetTheView(session);
  return { count: count + drawn, differs };
}

function scrollBack(from: PageSession['scrolledFrom']): readonly string[] {
  if (from === undefined) return [];
  window.scrollTo({ left: from.x, top: from.y, behavior: 'instant' });
  const isThere = Math.abs(window.scrollX - from.x) <= 1 && Math.abs(window.scrollY - from.y) <= 1;
  if (isThere) return [];
  const place = (x: number, y: number) => `${Math.round(y)} px down and ${Math.round(x)} px across`;
  return [
    `The page stood ${place(from.x, from.y)}; it could only be scrolled back to ${place(window.scrollX, window.scrollY)}.`,
  ];
}

/** Shows again what styles draw; returns how many such alterations there were. */
function repaint(session: PageSession): number {
  const hidden = session.unpainted.splice(0);
  for (const animation of hidden) animation.cancel();
  return hidden.length;
}

/** Scrolls every pane back; returns how many had moved, and which could not be scrolled back. */
function putBackPanes(session: PageSession): { count: number; differs: readonly string[] } {
  const isAway = (pane: Element, { x, y }: Point) =>
    Math.abs(lengthOf(pane, 'scrollLeft') - x) > 1 || Math.abs(lengthOf(pane, 'scrollTop') - y) > 1;
  const moved = Array.from(session.panes).filter(([pane, from]) => isConnected(pane) && isAway(pane, from));
  // Outer panes come last, because scrolling inner ones may change their layout.
  for (const [pane, { x, y }] of moved) putPane(pane, { x, y });
  session.panes.clear();
  const differs = moved
    .filter(([pane, from]) => isAway(pane, from))
    .map(([pane]) => `A part of the page could not be scrolled back to where it stood (${describe(pane)}).`);
  return { count: moved.length, differs };
}

/** Resets the view, so that the next recording looks for its target again. */
function forgetTheView(session: PageSession): void {
  session.aim = undefined;
  session.sight = undefined;
  session.walk = undefined;
  session.marks = [];
  session.treated.clear();
  session.grounds.clear();
}
