import { Fault } from '../../model/fault.ts';
import { startReading } from '../reading.ts';
import type { Step } from './step.ts';

/** A page's copy may hold this many bytes; larger ones could not travel out of the page. */
const largestSnapshot = 48 * 2 ** 20;

/** Keeps the page as one HTML file without scripts. Throws `capture.page.too-large`. */
export const snapshot: Step = {
  name: 'snapshot',
  needs: 'answers',
  async run(context) {
    const { moved } = context.state;
    if (moved !== undefined) {
      context.check('copy', 'not-made', moved);
      return { skipped: moved };
    }
    const { html, notes } = await startReading(context).snapshot;
    context.note(...notes);
    // TextEncoder writes U+FFFD for a lone surrogate.
    const bytes = new TextEncoder().encode(html);
    if (bytes.length > largestSnapshot) throw new Fault('capture.page.too-large');
    await context.keep({ role: 'page-snapshot', path: 'page.html', mediaType: 'text/html' }, bytes);
    return undefined;
  },
};
