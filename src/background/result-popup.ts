import { browser } from 'wxt/browser';
import type { CaptureEnd } from './captures.ts';
import { hasLeftSince } from './left.ts';

/**
 * Opens the toolbar popup to show how a capture ended, when the popup that started it is closed. Uses no notification
 * or badge, because others may see this screen, and nothing at all when the user left every page meanwhile. The log
 * shows the result even when the browser refuses.
 */
export async function showResult({ gesture, scope, windowId, startedAt, fault }: CaptureEnd): Promise<void> {
  const popupStillOpen = gesture === 'popup' && scope !== 'post';
  if (popupStillOpen || fault === 'capture.post.not-chosen') return;
  if (await hasLeftSince(Date.parse(startedAt))) return;
  try {
    await browser.action.openPopup({ windowId });
  } catch {
    // Older Firefox refuses where there is no user gesture.
  }
}
