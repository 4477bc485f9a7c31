import { browser } from 'wxt/browser';
import type { CaptureEnd } from './captures.ts';

/**
 * Opens the toolbar popup to show how a capture ended, where the popup that began it is gone. Never a
 * notification and never a badge: others may look at this screen. Browsers may refuse; the log holds it anyway.
 */
export function showResult({ gesture, scope, windowId, fault }: CaptureEnd): void {
  const popupStillOpen = gesture === 'popup' && scope !== 'post';
  if (popupStillOpen || fault === 'capture.post.not-chosen') return;
  try {
    void browser.action.openPopup({ windowId }).catch(() => undefined);
  } catch {
    // Older Firefox throws at once when no gesture is under way.
  }
}
