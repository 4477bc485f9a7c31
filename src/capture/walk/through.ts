import type { PageChange, Rect } from '../../model/capture.ts';
import type { CaptureContext } from '../context.ts';
import { checkTab } from '../shots/tab-check.ts';
import { arrivalLimitMs, targetOf } from '../shots/view.ts';
import { growsNoMore } from './growth.ts';
import { walkLimits } from './limits.ts';

/** How long one turn of walking through the page may take, in milliseconds. */
const turnMs = 2_000;
/** The most turns, for a page that grows without end. */
const mostTurns = 60;

/** The result of walking through the target: how far it goes (CSS pixels), and what was hidden for standing still. */
export interface Passage {
  readonly reached: number;
  readonly wholeHeight: number;
  readonly changes: readonly PageChange[];
  readonly still: readonly Rect[];
}

/**
 * Goes through the whole target once, screen by screen, so that late content loads, and what stands still while the
 * rest moves is found, hidden and named. Works in turns of two seconds, so that the page answers in time.
 */
export async function walkThroughPage(context: CaptureContext): Promise<Passage> {
  const { state, request } = context;
  const changes: PageChange[] = [];
  const still: Rect[] = [];
  let from = 0;
  let wholeHeight = state.view?.whole.height ?? 0;
  for (let turn = 0; turn < mostTurns; turn += 1) {
    // A page in the background would settle only after minutes.
    await checkTab(context);
    const args = {
      target: targetOf(request.scope),
      from,
      to: walkLimits.height,
      settleMs: arrivalLimitMs,
      budgetMs: turnMs,
    };
    const passed = await context.ask('walkThrough', args, turnMs + 30_000);
    context.note(...passed.changes);
    context.keepDraft();
    changes.push(...passed.changes);
    still.push(...passed.still);
    wholeHeight = passed.wholeHeight;
    const { reached } = passed;
    const isStuck = turn > 0 && reached <= from + 1;
    from = reached;
    if (isStuck || reached >= walkLimits.height) break;
    if (passed.isEnd && (await growsNoMore(context, ({ whole }) => reached >= whole.height - 1))) break;
  }
  noteStill(context, still.length);
  return { reached: from, wholeHeight, changes, still };
}

function noteStill(context: CaptureContext, count: number): void {
  const detail =
    count === 0
      ? 'Nothing was found that stayed in place while the page moved.'
      : `${count === 1 ? 'One part' : `${count} parts`} of the page stayed in place while the rest moved and would repeat; each is named among the changes and was put back.`;
  context.check('still', 'held', detail);
}
