import type { PageSession } from './session.ts';
import { areImagesHere, imagesInView, nextFrame, sleep } from './waiting.ts';

/**
 * Waits until the document is parsed, fonts are there, images in view are decoded, nothing in the document
 * changes and the screen shows it so; at most `timeLimitMs`, whatever the page does. A page that was watched
 * and quiet before is answered at once.
 */
export async function settle(
  session: PageSession,
  timeLimitMs: number,
): Promise<{ quiet: boolean; waitedMs: number }> {
  const start = performance.now();
  const left = () => Math.max(0, timeLimitMs - (performance.now() - start));
  const quiet = await Promise.race([becomeQuiet(session, left), sleep(timeLimitMs).then(() => false)]);
  return { quiet, waitedMs: Math.round(performance.now() - start) };
}

async function becomeQuiet(session: PageSession, left: () => number): Promise<boolean> {
  session.stillness.begin();
  const wasQuiet = session.stillness.isReached() && hasFonts() && areImagesHere();
  const still = wasQuiet || (await waitUntilQuiet(session, left));
  await session.cleared;
  return still && left() > 0;
}

async function waitUntilQuiet(session: PageSession, left: () => number): Promise<boolean> {
  while (Reflect.get(Document.prototype, 'readyState', document) === 'loading' && left() > 0) await sleep(25);
  const fonts = Reflect.get(Document.prototype, 'fonts', document);
  if (!hasFonts()) await Promise.race([fonts?.ready, sleep(left())]);
  await imagesInView(left());
  const still = await session.stillness.reached(left);
  await nextFrame();
  return still;
}

/** Whether the document is parsed and no font is on its way. */
function hasFonts(): boolean {
  const isParsed = Reflect.get(Document.prototype, 'readyState', document) !== 'loading';
  return isParsed && Reflect.get(Document.prototype, 'fonts', document)?.status !== 'loading';
}
