import { documentSize } from './layout.ts';
import type { PageSession } from './session.ts';
import { imagesInView, nextFrame, nextTwoFrames } from './waiting.ts';

/**
 * Scrolls to `y` at once, whatever the page's scroll behaviour, waits for two frames and, at most `settleMs`,
 * for the images now in view. Answers where the page came to rest. Remembers where it stood at first.
 */
export async function scrollTo(
  session: PageSession,
  { y, settleMs }: { readonly y: number; readonly settleMs: number },
): Promise<{ x: number; y: number; documentHeight: number }> {
  session.scrolledFrom ??= { x: window.scrollX, y: window.scrollY };
  window.scrollTo({ left: 0, top: y, behavior: 'instant' });
  await nextTwoFrames();
  if (!(await imagesInView(0))) {
    await imagesInView(settleMs);
    await nextFrame();
  }
  return { x: window.scrollX, y: window.scrollY, documentHeight: documentSize().height };
}
