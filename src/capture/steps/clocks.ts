import { toInstant } from '../../model/identifiers.ts';
import type { CaptureContext } from '../context.ts';
import { drawAhead } from '../reading.ts';
import { askRest } from '../shots/rest.ts';
import type { Step } from './step.ts';

/**
 * Reads this computer's clock, the zoom, Holdfast's side panel, the software, and the page's measurements. A page that
 * does not answer fails the step; the clock is read even so.
 */
export const clocks: Step = {
  name: 'clocks',
  needs: 'page',
  async run(context) {
    const { state, ports, request } = context;
    readClock(context);
    const windowId = state.tab?.windowId ?? -1;
    const measuring = context.ask('measure', undefined);
    measuring.catch(() => undefined);
    // The page becomes quiet while the browser is being asked.
    state.rest = askRest(context);
    state.rest.catch(() => undefined);
    if (request.scope === 'post') drawAhead(context);
    const [zoom, panel, software] = await Promise.all([
      ports.browser.zoom(request.tabId),
      ports.browser.sidePanelOpen(windowId),
      ports.browser.software(),
    ]);
    state.zoom = zoom;
    state.software = software;
    if (panel !== undefined) state.sidePanelOpen = panel;
    state.measure = await measuring;
    return undefined;
  },
};

/** Sets `capturedAt` to now, but never before `startedAt`; called again at the first shot. */
export function readClock(context: CaptureContext): void {
  const { clock } = context.ports;
  const now = Math.max(clock.now(), Date.parse(context.request.startedAt));
  context.state.clocks = {
    capturedAt: toInstant(now),
    zone: clock.zone(),
    offsetMinutes: clock.offsetMinutes(now),
  };
}
