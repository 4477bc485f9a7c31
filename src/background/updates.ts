import { browser } from 'wxt/browser';
import { updateWaits } from '../model/update.ts';

/**
 * Has an update wait until the browser starts anew, and pages say so. Firefox takes one at once, closes every page of ours
 * and ends what is being recorded, unless somebody listens for it; Chromium waits by itself until nothing of ours runs
 * (MDN and Chrome for Developers, `runtime.onUpdateAvailable`).
 * Must be called in the turn in which the background starts.
 */
export function haveUpdatesWait(): void {
  browser.runtime.onUpdateAvailable.addListener(() => {
    void browser.storage.session.set({ [updateWaits]: true });
  });
}
