import { PNG } from 'pngjs';
import type { DrivenBrowser } from '../../../scripts/drive/driven-browser.ts';

/** A copy of a page as a browser draws it. */
export interface CopyDrawn {
  /** The words that can be seen, as the tree holds them. */
  readonly words: string;
  readonly picture: PNG;
}

const expression = `(() => {
  const words = [];
  const isSeen = element => element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false });
  const walk = node => {
    if (node.nodeType === 3) { const text = node.data.trim(); if (text) words.push(text); return }
    if (node.nodeType === 1 && (/^(script|style|template|noscript|title)$/i.test(node.localName) || !isSeen(node))) {
      // What has no box of its own may have children that have one.
      if (getComputedStyle(node).display !== 'contents') return;
    }
    for (const child of (node.shadowRoot ?? node).childNodes) walk(child);
    if (node.localName === 'slot') for (const given of node.assignedNodes()) walk(given);
  };
  if (document.body) walk(document.body);
  return words.join(' ').replace(/\\s+/g, ' ');
})()`;

/** Draws the copy at this address in a tab of the browser that made it. */
export async function drawCopy(browser: DrivenBrowser, address: string): Promise<CopyDrawn> {
  const page = await browser.openPage(address);
  try {
    const words = String(await page.evaluate(expression));
    const shot = await page.screenshot({ captureBeyondViewport: false });
    return { words, picture: PNG.sync.read(Buffer.from(shot)) };
  } finally {
    await page.close();
  }
}
