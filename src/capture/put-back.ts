import { pageAnswers } from '../messaging/page-protocol.ts';
import type { CaptureContext } from './context.ts';

/** How long the page may take to be put back, in milliseconds. */
const restoreLimitMs = 3_000;

/**
 * Puts styles and scroll position back. Never throws: what could not be put back is tried once more when the
 * capture ends, and a page that is gone needs nothing.
 */
export async function putBack(context: CaptureContext): Promise<void> {
  const { state, request, ports } = context;
  if (!state.touched) return;
  const asking = ports.browser.ask(request.tabId, 'restore', undefined);
  const late = ports.clock.sleep(restoreLimitMs);
  try {
    const restored = pageAnswers.restore.safeParse(await Promise.race([asking, late]));
    if (!restored.success) return;
    state.touched = false;
    context.note(...restored.data);
  } catch {
    return;
  }
}
