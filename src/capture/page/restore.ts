import type { PageChange } from '../../model/capture.ts';
import { isConnected } from '../../platforms/dom.ts';
import type { PageSession } from './session.ts';
import { restoreStyles } from './style.ts';
import type { Point } from './view/box.ts';
import { putPane } from './view/moving.ts';
import { lengthOf } from './view/scroller.ts';

/** Puts back every style and the scroll position as they were; answers what it put back. */
export function restore(session: PageSession): PageChange[] {
  // What the last look changed was told by no answer yet.
  const changes: PageChange[] = session.untold.splice(0);
  session.stillness.end();
  const count = restoreStyles(session) + repaint(session);
  if (count > 0) {
    const what =
      count === 1 ? 'the element that was hidden or moved' : `${count} elements that were hidden or moved`;
    changes.push({ kind: 'restored', detail: `Put back ${what}.` });
  }
  forgetTheView(session);
  const boxes = putBackPanes(session);
  if (boxes > 0) {
    const what = boxes === 1 ? 'a part of the page' : `${boxes} parts of the page`;
    changes.push({ kind: 'restored', detail: `Scrolled ${what} back to where it stood.` });
  }
  const from = session.scrolledFrom;
  session.scrolledFrom = undefined;
  if (from !== undefined) {
    window.scrollTo({ left: from.x, top: from.y, behavior: 'instant' });
    changes.push({ kind: 'restored', detail: 'Scrolled back to where the page stood.' });
  }
  return changes;
}

/** Lets what styles draw be seen again; answers how much there was. */
function repaint(session: PageSession): number {
  const hidden = session.unpainted.splice(0);
  for (const animation of hidden) animation.cancel();
  return hidden.length;
}

/** Puts every box that was scrolled back to where it stood; answers how many there were. */
function putBackPanes(session: PageSession): number {
  const isAway = (pane: Element, { x, y }: Point) =>
    lengthOf(pane, 'scrollLeft') !== x || lengthOf(pane, 'scrollTop') !== y;
  const moved = Array.from(session.panes).filter(([pane, from]) => isConnected(pane) && isAway(pane, from));
  // The outer boxes last: what they hold may have been laid out anew.
  for (const [pane, { x, y }] of moved) putPane(pane, { x, y });
  session.panes.clear();
  return moved.length;
}

/** The next recording looks for its target anew. */
function forgetTheView(session: PageSession): void {
  session.aim = undefined;
  session.sight = undefined;
  session.walk = undefined;
  session.marks = [];
  session.treated.clear();
  session.grounds.clear();
}
