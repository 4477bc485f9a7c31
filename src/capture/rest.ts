import type { CaptureContext } from './context.ts';
import type { Rest } from './state.ts';
import { targetOf } from './view.ts';

/** How long a page may take to come to rest, in milliseconds. */
const restLimitMs = 3_000;
/** How long a page of very many parts may take beside that to say how it lies, in milliseconds. */
const answerMs = 9_000;

/** Waits until the page is quiet, at most three seconds, and asks everything about it on the same way. */
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
