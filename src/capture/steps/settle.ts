import type { Step } from './step.ts';

/** How long a page may take to come to rest, in milliseconds. */
const restLimitMs = 3_000;

/** Waits until the page is quiet, at most three seconds, and asks what cannot be in a picture or a copy. */
export const settle: Step = {
  name: 'settle',
  needs: 'answers',
  async run(context) {
    const [rest, limits] = await Promise.all([
      context.ask('settle', { timeLimitMs: restLimitMs }, restLimitMs + 2_000),
      context.ask('limits', undefined, restLimitMs + 2_000),
    ]);
    if (!rest.quiet) {
      const seconds = (rest.waitedMs / 1_000).toFixed(1);
      context.note({
        kind: 'waited',
        detail: `Waited ${seconds} s for the page; it was still changing when it was recorded.`,
      });
    }
    context.note(...limits);
    return undefined;
  },
};
