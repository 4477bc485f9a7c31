import type { CaptureBrowser, CaptureClock } from '../capture/browser.ts';
import { mayBeRecorded } from '../capture/steps/guard.ts';
import { pageAnswers } from '../messaging/page-protocol.ts';
import { Fault } from '../model/fault.ts';

/** What picking a post needs of the browser and the clock. */
export interface PickingPorts {
  readonly browser: CaptureBrowser;
  readonly clock: CaptureClock;
}

/** How long a page may take to remove its picker, in milliseconds. A page that hangs removes it later. */
const dismissLimitMs = 2_000;

/**
 * Lets the user choose a post in the tab, without a time limit. Resolves when one is chosen, which the agent then
 * holds. Throws `capture.post.not-chosen` (Escape, or a newer capture), `capture.post.not-found`,
 * `capture.picker.removed`, `capture.stopped`, and the port's faults when the page goes away. A page that hangs delays
 * nothing.
 */
export async function pickPost(
  { browser, clock }: PickingPorts,
  tabId: number,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  const tab = await browser.tab(tabId);
  if (tab === undefined) throw new Fault('capture.tab.closed');
  // Firefox reports no error when it keeps a script out of one of its own pages.
  if (!mayBeRecorded(tab.url)) throw new Fault('capture.tab.not-permitted', 'not a page of the web');
  signal.throwIfAborted();
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  try {
    await Promise.race([browser.injectAgent(tabId), stopped]);
    const answer = await Promise.race([browser.ask(tabId, 'pick', undefined), stopped]);
    const { outcome } = pageAnswers.pick.parse(answer);
    if (outcome === 'cancelled') throw new Fault('capture.post.not-chosen');
    if (outcome === 'none') throw new Fault('capture.post.not-found');
    if (outcome === 'removed') throw new Fault('capture.picker.removed');
  } catch (error) {
    if (signal.aborted) {
      const dismissing = browser.ask(tabId, 'dismissPicker', undefined).catch(() => undefined);
      await Promise.race([dismissing, clock.sleep(dismissLimitMs)]);
    }
    throw error;
  }
}
