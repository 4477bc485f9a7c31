import type { PageAnswer, PageArguments } from '../../messaging/page-protocol.ts';
import { areAllHere, arrivals } from './arrivals.ts';
import { oneFrame, presented } from './frames.ts';
import { clientSize, documentSize } from './layout.ts';
import type { PageSession } from './session.ts';

/** How long a walk waits for one frame, in milliseconds, before it goes on without. */
const longestFrameMs = 1_000;

/**
 * Scrolls to `y` at once, whatever the page's scroll behaviour, waits, at most `settleMs`, for what is
 * now in view, and until the screen shows it. Answers where the page came to rest. Remembers where it stood at first.
 */
export async function scrollTo(
  session: PageSession,
  { y, settleMs }: { readonly y: number; readonly settleMs: number },
): Promise<{ x: number; y: number; documentHeight: number }> {
  session.scrolledFrom ??= { x: window.scrollX, y: window.scrollY };
  window.scrollTo({ left: 0, top: y, behavior: 'instant' });
  await arrivals(session, settleMs);
  await presented();
  return { x: window.scrollX, y: window.scrollY, documentHeight: documentSize().height };
}

/**
 * Scrolls screen by screen, a frame for each: what loads when it comes into view begins to, and is waited for, at
 * most `settleMs` a screen. Ends at `to`, where the page ends, or when `budgetMs` are over, and answers how far
 * down the window's bottom came.
 */
export async function scrollThrough(
  session: PageSession,
  { from, to, settleMs, budgetMs }: PageArguments['scrollThrough'],
): Promise<PageAnswer<'scrollThrough'>> {
  session.scrolledFrom ??= { x: window.scrollX, y: window.scrollY };
  const start = performance.now();
  const step = clientSize().height;
  for (let y = from; ; y += step) {
    const changes = session.stillness.changes;
    window.scrollTo({ left: 0, top: y, behavior: 'instant' });
    await oneFrame(longestFrameMs);
    // Some pages put their images in only when they learn that they are seen.
    if (session.stillness.changes !== changes) await oneFrame(longestFrameMs);
    if (!areAllHere(session)) await arrivals(session, settleMs);
    const reached = window.scrollY + step;
    const documentHeight = documentSize().height;
    const isEnd = reached >= documentHeight - 1 || window.scrollY < y - 1;
    const isOver = reached >= to || performance.now() - start > budgetMs;
    if (isEnd || isOver) return { reached, documentHeight, isEnd };
  }
}
