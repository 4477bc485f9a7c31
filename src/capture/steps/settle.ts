import type { CaptureContext } from '../context.ts';
import { askRest } from '../shots/rest.ts';
import type { Step } from './step.ts';

/**
 * Waits until the page is quiet, at most three seconds; names what in view had not loaded, and notes what cannot be in
 * a screenshot or snapshot.
 */
export const settle: Step = {
  name: 'settle',
  needs: 'answers',
  async run(context) {
    const { state } = context;
    // A page that did not answer the first time is asked once more.
    const early = await state.rest?.catch(() => undefined);
    const { settled, limits, view } = early ?? (await askRest(context));
    if (!settled.quiet) {
      const seconds = (settled.waitedMs / 1_000).toFixed(1);
      context.note({
        kind: 'waited',
        detail: `Waited ${seconds} s for the page; it was still changing when it was recorded.`,
      });
    }
    context.note(...limits);
    if (view !== undefined && view !== null) state.rested = view;
    checkLate(context, settled.pending);
    return undefined;
  },
};

const cameBefore =
  'Pictures, fonts and animations in view had come, or had failed to load, before the first picture.';

/** The most pending items named in a sentence; the rest are counted. */
const mostNamed = 5;

function checkLate(context: CaptureContext, pending: readonly string[]): void {
  if (pending.length === 0) {
    context.check('late', 'held', cameBefore);
    return;
  }
  const more = pending.length - mostNamed;
  const rest = more > 0 ? ` ${more} more had not come either.` : '';
  context.check('late', 'failed', `${pending.slice(0, mostNamed).join(' ')}${rest}`);
}
