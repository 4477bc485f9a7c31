import { browser } from 'wxt/browser';
import { updateWaits } from '../model/update.ts';

/**
 * Delays an update until the browser starts again, and tells the extension's pages that one waits. Without a listener,
 * Firefox updates at once, closes the extension's pages and ends running captures; Chromium waits until nothing of the
 * extension runs (MDN and Chrome for Developers, `runtime.onUpdateAvailable`). Must be called synchronously while the
 * background starts.
 */
export function haveUpdatesWait(): void {
  browser.runtime.onUpdateAvailable.addListener(() => {
    void browser.storage.session.set({ [updateWaits]: true });
  });
}
