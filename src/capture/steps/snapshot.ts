import { Fault } from '../../model/fault.ts';
import type { CaptureContext } from '../context.ts';
import { startReading } from '../reading.ts';
import type { Step } from './step.ts';

/** The most bytes of a page snapshot; larger ones cannot be passed out of the page. */
const largestSnapshot = 48 * 2 ** 20;

/**
 * Keeps the page as one HTML file without scripts, and notes whether the copy, drawn once, shows what the page showed.
 * Throws `capture.page.too-large`.
 */
export const snapshot: Step = {
  name: 'snapshot',
  needs: 'answers',
  async run(context) {
    const { moved } = context.state;
    if (moved !== undefined) {
      context.check('copy', 'not-made', moved);
      return { skipped: moved };
    }
    try {
      await keepCopy(context);
    } catch (error) {
      context.check('copy', 'not-made', 'There is no copy of the page that could be compared with it.');
      throw error;
    }
    return undefined;
  },
};

async function keepCopy(context: CaptureContext): Promise<void> {
  const { snapshot: answer, comparison } = startReading(context);
  const { html, notes } = await answer;
  context.note(...notes);
  // TextEncoder writes U+FFFD for a lone surrogate.
  const bytes = new TextEncoder().encode(html);
  if (bytes.length > largestSnapshot) throw new Fault('capture.page.too-large');
  await context.keep({ role: 'page-snapshot', path: 'page.html', mediaType: 'text/html' }, bytes);
  const compared = await comparison;
  if (compared !== undefined) context.check('copy', compared.result, compared.detail);
}
