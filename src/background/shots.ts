import { browser } from 'wxt/browser';
import { fromDataAddress } from '../capture/pictures/base64.ts';
import type { ShotPace } from '../capture/shots/shot-pace.ts';
import type { Rect } from '../model/capture.ts';
import { Fault } from '../model/fault.ts';
import { isFinalRefusal, isOverQuota } from './browser-errors.ts';

const attempts = 5;
/** Pause between attempts, in milliseconds, for a window that is being dragged or drawn. */
const pauseMs = 120;

/** Firefox shoots any rectangle of the document; the types describe Chromium only. */
interface RegionTabs {
  captureVisibleTab(windowId: number, options: { format: 'png'; rect: Rect; scale: number }): Promise<string>;
}

/** What the window shows, as PNG. Throws `capture.pixels.refused` when the browser refuses each attempt. */
export async function shootWindow(windowId: number, pace: ShotPace | undefined): Promise<Uint8Array> {
  return persist(pace, () => browser.tabs.captureVisibleTab(windowId, { format: 'png' }));
}

/**
 * A rectangle of the document (CSS pixels) in the window's active tab, as PNG with `scale` device pixels per CSS pixel,
 * zoom included. Firefox only. Throws `capture.pixels.refused`.
 */
export async function shootRectangle(windowId: number, rect: Rect, scale: number): Promise<Uint8Array> {
  const tabs = browser.tabs as unknown as RegionTabs;
  const zoom = await zoomOf(windowId);
  // Firefox multiplies `scale` by the tab's zoom (its ext-tabs-base.js), and our `scale` includes the zoom already.
  const options = { format: 'png', rect, scale: scale / zoom } as const;
  return persist(undefined, () => tabs.captureVisibleTab(windowId, options));
}

async function zoomOf(windowId: number): Promise<number> {
  const [tab] = await browser.tabs.query({ active: true, windowId });
  return tab?.id === undefined ? 1 : await browser.tabs.getZoom(tab.id).catch(() => 1);
}

async function persist(pace: ShotPace | undefined, shoot: () => Promise<string>): Promise<Uint8Array> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return fromDataAddress(await shoot());
    } catch (error) {
      if (attempt >= attempts || isFinalRefusal(error)) {
        throw new Fault('capture.pixels.refused', String(error), { cause: error });
      }
      if (pace !== undefined && isOverQuota(error)) {
        // A refused call uses no quota: wait for the next window and take a place in it.
        pace.refused();
        await pace.turn();
      } else await new Promise(resolve => setTimeout(resolve, pauseMs));
    }
  }
}
