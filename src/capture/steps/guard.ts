import { Fault, faultCodeOf } from '../../model/fault.ts';
import type { CaptureContext } from '../context.ts';
import type { Step } from './step.ts';

/** Where extensions may act at all; everything else belongs to the browser. */
const openSchemes = ['http:', 'https:', 'file:'];

/**
 * Makes sure that this tab may be recorded and puts the agent into its page. A page that merely does not
 * answer passes: its picture can still be taken. Throws `capture.tab.not-permitted`, `.closed`, `.switched`
 * or `capture.page.unreachable`.
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

/** True when the address is one that an extension may be let into; an address it may not see is not. */
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
