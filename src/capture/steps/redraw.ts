import type { ArtifactRole, CaptureScope } from '../../model/capture.ts';
import { Fault } from '../../model/fault.ts';
import type { CaptureContext } from '../context.ts';
import { fromBase64 } from '../pictures/base64.ts';
import { pngSize } from '../pictures/png.ts';

const images: Readonly<Record<CaptureScope, { role: ArtifactRole; path: string }>> = {
  viewport: { role: 'screenshot-viewport', path: 'screenshot-viewport.png' },
  page: { role: 'screenshot-full-page', path: 'screenshot-full-page.png' },
  post: { role: 'screenshot-post', path: 'screenshot-post.png' },
};

/**
 * The fallback when the browser refuses pixels: html2canvas draws the page from its code. The image is labelled
 * `re-render` and the record says so in words. Throws `capture.pixels.refused`, with the refusal as cause, when that
 * fails too.
 */
export async function redraw(context: CaptureContext, refusal: unknown): Promise<void> {
  const { scope, tabId } = context.request;
  try {
    await context.withinLimit(context.ports.browser.injectRerender(tabId), 10_000, 'the fallback');
    const answer = await context.ask('rerender', { scope }, 45_000);
    const png = fromBase64(answer.png);
    pngSize(png);
    await context.keep({ ...images[scope], mediaType: 'image/png', method: 're-render' }, png);
    context.state.thumbnailSource = png;
    context.note({
      kind: 'other',
      detail:
        'The browser gave no picture of this page. The picture was drawn again from the page’s code; it may differ from what was on the screen.',
    });
  } catch (error) {
    context.signal.throwIfAborted();
    throw new Fault('capture.pixels.refused', String(error), { cause: refusal });
  }
}
