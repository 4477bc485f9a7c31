import { boundedText } from '../../model/bounded-text.ts';
import { Fault, faultCodeOf } from '../../model/fault.ts';
import type { CaptureTab } from '../browser.ts';
import type { CaptureContext } from '../context.ts';
import { sameButHash } from './mute-page.ts';

/**
 * Makes sure that the window still shows the page being captured; called around every shot, because the browser shoots
 * whichever tab is active. Throws `capture.tab.closed`, `.switched` or `.navigated`. An address that the page changed
 * without leaving its document is noted, and the capture goes on.
 */
export async function checkTab(context: CaptureContext): Promise<CaptureTab> {
  const { state, request, ports } = context;
  context.signal.throwIfAborted();
  const tab = await ports.browser.tab(request.tabId);
  context.signal.throwIfAborted();
  if (tab === undefined) throw new Fault('capture.tab.closed');
  if (tab.discarded) throw new Fault('capture.tab.navigated', 'tab discarded');
  if (!tab.active || tab.windowId !== state.tab?.windowId) throw new Fault('capture.tab.switched');
  if (!sameButHash(tab.url, state.tab.url)) await followAddress(context, tab);
  state.tab = tab;
  state.finalAddress = tab.url ?? state.finalAddress;
  return tab;
}

/** The agent lives in the document: if it still answers, only the address changed. */
async function followAddress(context: CaptureContext, tab: CaptureTab): Promise<void> {
  if (tab.url === undefined) throw new Fault('capture.tab.navigated', 'address no longer visible');
  try {
    await context.ask('measure', undefined);
  } catch (error) {
    if (faultCodeOf(error) === 'capture.stopped') throw error;
    throw new Fault('capture.tab.navigated', 'another document', { cause: error });
  }
  const address = boundedText(tab.url, 2_000);
  context.note({
    kind: 'other',
    detail: `While it was recorded the page changed its own address to ${address}`,
  });
}
