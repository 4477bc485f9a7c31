import { browser } from 'wxt/browser';
import type { CaptureEnd } from './captures.ts';

/**
 * Opens the toolbar popup to show how a capture ended, when the popup that started it is closed. Uses no notification
 * or badge, because others may see this screen. The log shows the result even when the browser refuses.
 */
export function showResult({ gesture, scope, windowId, fault }: CaptureEnd): void {
  const popupStillOpen = gesture === 'popup' && scope !== 'post';
  if (popupStillOpen || fault === 'capture.post.not-chosen') return;
  try {
    void browser.action.openPopup({ windowId }).catch(() => undefined);
  } catch {
    // Older Firefox throws synchronously when there is no user gesture.
  }
}
