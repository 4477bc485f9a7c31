import type { PageAnswer } from '../../messaging/page-protocol.ts';
import type { PageChange } from '../../model/capture.ts';
import type { PageSession } from './session.ts';
import { restoreStyles } from './style.ts';

/** So many things that are not as they were are named: a page may have any number of fixed elements. */
export const mostNamed = 20;

/**
 * Puts back every style and the scroll position as they were, and looks whether they are. Answers what it put back,
 * and what is not as it was: elements that the page has taken out meanwhile are nothing to put back.
 */
export function restore(session: PageSession): PageAnswer<'restore'> {
  const changes: PageChange[] = [];
  session.stillness.end();
  const { count, differs } = restoreStyles(session);
  if (count > 0) {
    const what =
      count === 1 ? 'the element that was hidden or moved' : `${count} elements that were hidden or moved`;
    changes.push({ kind: 'restored', detail: `Put back ${what}.` });
  }
  session.mark.forget();
  const from = session.scrolledFrom;
  session.scrolledFrom = undefined;
  if (from !== undefined)
    changes.push({ kind: 'restored', detail: 'Scrolled back to where the page stood.' });
  return { changes, differs: [...differs, ...scrollBack(from)].slice(0, mostNamed) };
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
