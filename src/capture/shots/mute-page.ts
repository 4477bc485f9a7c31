import type { FaultCode } from '../../model/fault.ts';
import type { CapturePorts, CaptureRequest } from '../ports.ts';
import type { CaptureState } from '../state.ts';

interface OfTab {
  readonly state: Pick<CaptureState, 'tab'>;
  readonly request: Pick<CaptureRequest, 'tabId'>;
  readonly ports: Pick<CapturePorts, 'browser'>;
}

/** What became of the tab when that explains its silence: Firefox drops questions to a page that was left. */
export async function reasonForSilence({ state, request, ports }: OfTab): Promise<FaultCode | undefined> {
  const now = await ports.browser.tab(request.tabId);
  if (state.tab === undefined) return undefined;
  if (now === undefined) return 'capture.tab.closed';
  if (!now.active || now.windowId !== state.tab.windowId) return 'capture.tab.switched';
  return sameButHash(now.url, state.tab.url) ? undefined : 'capture.tab.navigated';
}

/** Whether two addresses differ at most in their fragment. */
export function sameButHash(one: string | undefined, other: string | undefined): boolean {
  return one?.split('#', 1)[0] === other?.split('#', 1)[0];
}
