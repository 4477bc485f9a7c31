import type { CaptureBrowser } from '../capture/browser.ts';
import { mayBeRecorded } from '../capture/steps/guard.ts';
import { pageAnswers } from '../messaging/page-protocol.ts';
import { Fault } from '../model/fault.ts';

/**
 * Lets the user choose a post in the tab, for as long as it takes. Resolves when one is chosen; the agent
 * then knows it. Throws `capture.post.not-chosen` (Escape, or another gesture took its place),
 * `capture.post.not-found`, `capture.picker.removed`, `capture.stopped`, and the port's faults when the page goes away.
 */
export async function pickPost(browser: CaptureBrowser, tabId: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const tab = await browser.tab(tabId);
  if (tab === undefined) throw new Fault('capture.tab.closed');
  // Firefox says nothing of a script that it did not let into a page of its own.
  if (!mayBeRecorded(tab.url)) throw new Fault('capture.tab.not-permitted', 'not a page of the web');
  await browser.injectAgent(tabId);
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  try {
    const answer = await Promise.race([browser.ask(tabId, 'pick', undefined), stopped]);
    const { outcome } = pageAnswers.pick.parse(answer);
    if (outcome === 'cancelled') throw new Fault('capture.post.not-chosen');
    if (outcome === 'none') throw new Fault('capture.post.not-found');
    if (outcome === 'removed') throw new Fault('capture.picker.removed');
  } catch (error) {
    if (signal.aborted) await browser.ask(tabId, 'dismissPicker', undefined).catch(() => undefined);
    throw error;
  }
}
