import type { CaptureContext } from '../context.ts';
import type { Rest } from '../state.ts';
import { targetOf } from './view.ts';

/** How long a page may take to become quiet, in milliseconds. */
const restLimitMs = 3_000;
/** How much longer a page with very many parts may take to answer, in milliseconds. */
const answerMs = 9_000;

/**
 * Waits until the page is quiet, at most three seconds, and asks everything about it in the same call. A failed `view`
 * is undefined; otherwise throws as `CaptureContext.ask` does.
 */
export async function askRest(context: CaptureContext): Promise<Rest> {
  const [settled, limits, view] = await context.askInOrder(
    [
      { question: 'settle', args: { timeLimitMs: restLimitMs } },
      { question: 'limits', args: undefined },
      { question: 'view', args: { target: targetOf(context.request.scope), frames: false } },
    ],
    restLimitMs + answerMs,
  );
  return {
    settled: context.answerOf('settle', settled),
    limits: context.answerOf('limits', limits),
    view: attempt(() => context.answerOf('view', view)),
  };
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
