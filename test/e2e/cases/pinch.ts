import type { Page } from 'puppeteer-core';

/** Zooms with two fingers, in Chromium; then moves what is seen of the window to `at`, in CSS pixels. */
export function pinch(scale: number, at?: { readonly x: number; readonly y: number }) {
  return async (page: Page): Promise<void> => {
    const session = await page.createCDPSession();
    await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: scale });
    await page.waitForFunction(`Math.abs(visualViewport.scale - ${scale}) < 0.01`);
    if (at === undefined) return;
    const { x, y } = at;
    await session.send('Input.synthesizeScrollGesture', {
      ...{ x: 300, y: 300, xDistance: -x * scale, yDistance: -y * scale, speed: 2000 },
    });
  };
}
