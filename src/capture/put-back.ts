import { pageAnswers } from '../messaging/page-protocol.ts';
import { faultCodeOf } from '../model/fault.ts';
import type { CaptureContext } from './context.ts';

/** How long the page may take to be restored, in milliseconds. */
const restoreLimitMs = 3_000;

/**
 * Restores styles and scroll position, and notes in the `restored` check whether the page is as it was. Never throws: a
 * page that did not answer is tried again when the capture ends, and one that is gone needs nothing.
 */
export async function putBack(context: CaptureContext): Promise<void> {
  const { state, request, ports } = context;
  if (!state.touched) return;
  const asking = ports.browser.ask(request.tabId, 'restore', undefined);
  const late = ports.clock.sleep(restoreLimitMs);
  try {
    const restored = pageAnswers.restore.safeParse(await Promise.race([asking, late]));
    if (!restored.success) return noteMute(context);
    const { changes, differs } = restored.data;
    state.touched = false;
    context.note(...changes);
    if (differs.length > 0) context.check('restored', 'failed', differs.join(' '));
    else if (changes.length > 0) context.check('restored', 'held', heldWords);
  } catch (error) {
    if (!isGone(error)) return noteMute(context);
    state.touched = false;
    context.check('restored', 'not-needed', 'The page was left or closed; there was nothing to put back.');
  } finally {
    context.keepDraft();
  }
}

/** Before a record is built: restores the page if that is still due, and notes when nothing had been changed. */
export async function endRestored(context: CaptureContext): Promise<void> {
  await putBack(context);
  context.check('restored', 'not-needed', 'Nothing of the page was hidden, moved or scrolled.');
}

const heldWords =
  'What was hidden, moved or scrolled was put back, and the page is as it was before it was recorded.';

function noteMute(context: CaptureContext): void {
  context.check(
    'restored',
    'not-made',
    'The page did not answer when it was to be put back. It puts itself back once the recording is over; nobody looked whether it did.',
  );
}

/** Without its document there is nothing to restore. */
function isGone(error: unknown): boolean {
  const code = faultCodeOf(error);
  return code === 'capture.tab.closed' || code === 'capture.tab.navigated';
}
