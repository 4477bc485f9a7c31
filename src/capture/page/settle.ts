import type { PageAnswer } from '../../messaging/page-protocol.ts';
import { areAllHere, arrivals } from './arrivals.ts';
import { onScreen, showOnScreen } from './on-screen.ts';
import type { PageSession } from './session.ts';
import { sleep } from './waiting.ts';

/**
 * Waits until the document is parsed, what is in view has loaded, nothing in the document changes and the screen shows
 * that; at most `timeLimitMs`. `pending` names what in view had not loaded. A page that was watched and quiet before
 * only has to be on the screen.
 */
export async function settle(session: PageSession, timeLimitMs: number): Promise<PageAnswer<'settle'>> {
  const start = performance.now();
  const left = () => Math.max(0, timeLimitMs - (performance.now() - start));
  session.stillness.begin();
  const wasQuiet = session.stillness.isReached() && isParsed() && areAllHere(session);
  const { quiet, pending } = wasQuiet ? { quiet: true, pending: [] } : await becomeQuiet(session, left);
  await Promise.race([session.cleared, sleep(left())]);
  const { presented, isChanging } = onScreen(session);
  if (!presented || isChanging) await showOnScreen(session, left());
  return { quiet, waitedMs: Math.round(performance.now() - start), pending };
}

async function becomeQuiet(
  session: PageSession,
  left: () => number,
): Promise<Pick<PageAnswer<'settle'>, 'quiet' | 'pending'>> {
  await becomeParsed(left);
  const first = await arrivals(session, left());
  const { changes } = session.stillness;
  const quiet = await session.stillness.reached(left);
  // What the page has inserted meanwhile has to load as well.
  const pending = session.stillness.changes === changes ? first : await arrivals(session, left());
  return { quiet: quiet && left() > 0, pending };
}

function isParsed(): boolean {
  return Reflect.get(Document.prototype, 'readyState', document) !== 'loading';
}

function becomeParsed(left: () => number): Promise<void> {
  if (isParsed()) return Promise.resolve();
  return new Promise(resolve => {
    const end = () => {
      clearTimeout(timer);
      EventTarget.prototype.removeEventListener.call(document, 'readystatechange', end);
      resolve();
    };
    const timer = setTimeout(end, left());
    EventTarget.prototype.addEventListener.call(document, 'readystatechange', end);
  });
}
