import { rootOf } from '../../platforms/dom.ts';
import { imagesInView, nextFrame, sleep } from './waiting.ts';

/** How long nothing may change until a page counts as quiet: at first, and after something did change. */
const quietMs = { untouched: 40, changed: 150 } as const;

/**
 * Waits until the document is parsed, fonts are there, images in view are decoded and nothing in the document
 * changes; at most `timeLimitMs`, whatever the page does.
 */
export async function settle(timeLimitMs: number): Promise<{ quiet: boolean; waitedMs: number }> {
  const start = performance.now();
  const left = () => Math.max(0, timeLimitMs - (performance.now() - start));
  const quiet = await Promise.race([becomeQuiet(left), sleep(timeLimitMs).then(() => false)]);
  return { quiet, waitedMs: Math.round(performance.now() - start) };
}

async function becomeQuiet(left: () => number): Promise<boolean> {
  while (Reflect.get(Document.prototype, 'readyState', document) === 'loading' && left() > 0) await sleep(25);
  const fonts = Reflect.get(Document.prototype, 'fonts', document);
  if (fonts?.status === 'loading') await Promise.race([fonts.ready, sleep(left())]);
  await imagesInView(left());
  const still = await noChanges(left);
  await nextFrame();
  return still && left() > 0;
}

/** True once the document stood still for long enough; false when the time is up first. */
async function noChanges(left: () => number): Promise<boolean> {
  const root = rootOf(document);
  if (root === null) return true;
  let lastChange: number | undefined;
  const observer = new MutationObserver(() => {
    lastChange = performance.now();
  });
  observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  const began = performance.now();
  try {
    while (left() > 0) {
      const since = performance.now() - (lastChange ?? began);
      const needed = lastChange === undefined ? quietMs.untouched : quietMs.changed;
      if (since >= needed) return true;
      await sleep(Math.min(needed - since + 1, left()));
    }
    return false;
  } finally {
    observer.disconnect();
  }
}
