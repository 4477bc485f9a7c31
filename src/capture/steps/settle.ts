import { askRest } from '../rest.ts';
import type { Step } from './step.ts';

/** Waits until the page is quiet, at most three seconds, and notes what cannot be in a picture or a copy. */
export const settle: Step = {
  name: 'settle',
  needs: 'answers',
  async run(context) {
    const { state } = context;
    // A page that was mute when it was asked for the first time is asked once more.
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
    return undefined;
  },
};
