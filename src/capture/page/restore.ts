import type { PageChange } from '../../model/capture.ts';
import type { PageSession } from './session.ts';
import { restoreStyles } from './style.ts';

/** Puts back every style and the scroll position as they were; answers what it put back. */
export function restore(session: PageSession): PageChange[] {
  const changes: PageChange[] = [];
  session.stillness.end();
  const count = restoreStyles(session);
  if (count > 0) {
    const what =
      count === 1 ? 'the element that was hidden or moved' : `${count} elements that were hidden or moved`;
    changes.push({ kind: 'restored', detail: `Put back ${what}.` });
  }
  const from = session.scrolledFrom;
  session.scrolledFrom = undefined;
  if (from !== undefined) {
    window.scrollTo({ left: from.x, top: from.y, behavior: 'instant' });
    changes.push({ kind: 'restored', detail: 'Scrolled back to where the page stood.' });
  }
  return changes;
}
