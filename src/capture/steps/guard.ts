import { Fault, faultCodeOf } from '../../model/fault.ts';
import type { CaptureContext } from '../context.ts';
import type { Step } from './step.ts';

/** The schemes that extensions may act on. */
const openSchemes = ['http:', 'https:', 'file:'];

/**
 * Makes sure that this tab may be recorded, and injects the agent. A page that does not answer passes, because the
 * window can still be shot. Throws `capture.tab.not-permitted`, `.closed`, `.switched` or `capture.page.unreachable`.
 */
export const guard: Step = {
  name: 'guard',
  needs: 'nothing',
  async run(context) {
    const { browser } = context.ports;
    const tab = await browser.tab(context.request.tabId);
    if (tab === undefined) throw new Fault('capture.tab.closed');
    if (!mayBeRecorded(tab.url)) throw new Fault('capture.tab.not-permitted', 'not a page of the web');
    if (!tab.active) throw new Fault('capture.tab.switched');
    Object.assign(context.state, { tab, address: tab.url ?? '', finalAddress: tab.url ?? '' });
    context.signal.throwIfAborted();
    context.state.agentPlaced = true;
    if (context.request.agentReady !== true) await placeAgent(context);
    return undefined;
  },
};

/** Whether extensions may be let into this address; false for one that Holdfast may not see. */
export function mayBeRecorded(url: string | undefined): boolean {
  return url !== undefined && URL.canParse(url) && openSchemes.includes(new URL(url).protocol);
}

async function placeAgent(context: CaptureContext): Promise<void> {
  const placing = context.ports.browser.injectAgent(context.request.tabId);
  try {
    await context.withinLimit(placing, 5_000, 'the agent');
  } catch (error) {
    if (faultCodeOf(error) !== 'capture.page.not-answering') throw error;
  }
}
