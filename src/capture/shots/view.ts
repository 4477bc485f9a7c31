import type { PageArguments, Target, View } from '../../messaging/page-protocol.ts';
import type { CaptureScope } from '../../model/capture.ts';
import { Fault } from '../../model/fault.ts';
import type { CaptureContext } from '../context.ts';

/** How long content may take to load after it scrolled into view, in milliseconds. */
export const arrivalLimitMs = 1_500;
/** How long a page may take to show frames and answer, in milliseconds; a busy one takes seconds. */
const viewLimitMs = 45_000;

/** What is recorded whole for each scope. */
export function targetOf(scope: CaptureScope): Target {
  return scope === 'post' ? 'post' : 'page';
}

/**
 * How the target lies in the window; with `frames`, once the screen is known to show it. Null when it is gone. Throws
 * as `CaptureContext.ask` does.
 */
export function askView(context: CaptureContext, frames: boolean): Promise<View | null> {
  return context.ask('view', { target: targetOf(context.request.scope), frames }, viewLimitMs);
}

/**
 * Scrolls to a point of the target (CSS pixels from its corner) and waits for what comes into view. Throws
 * `capture.post.not-found` when the target is gone, and as `CaptureContext.ask` does.
 */
export async function lookAt(
  context: CaptureContext,
  point: Pick<PageArguments['lookAt'], 'x' | 'y'>,
): Promise<View> {
  const target = targetOf(context.request.scope);
  const args = { target, ...point, settleMs: arrivalLimitMs };
  const view = await context.ask('lookAt', args, arrivalLimitMs + viewLimitMs);
  if (view === null) throw new Fault('capture.post.not-found');
  context.note({
    kind: 'scrolled',
    detail: 'The page was scrolled to take its pictures one beside the other.',
  });
  return view;
}
