import type { View } from '../../messaging/page-protocol.ts';
import type { PageChange } from '../../model/capture.ts';
import { Fault } from '../../model/fault.ts';
import type { CaptureContext } from '../context.ts';
import { askView } from '../shots/view.ts';

/** The note in the record for a page that grew. */
export const grown: PageChange = {
  kind: 'waited',
  detail: 'The page grew while it was scrolled; Holdfast waited and went on.',
};

/**
 * Whether the target still ends where it was last seen to end. One that grew while it was scrolled gets time to grow
 * again; any other only has to settle. Throws `capture.post.not-found` when it is gone.
 */
export async function growsNoMore(
  context: CaptureContext,
  reached: (view: View) => boolean,
): Promise<boolean> {
  const atFirst = context.state.view?.whole.height;
  await context.ask('settle', { timeLimitMs: 1_000 }, 20_000);
  for (let wait = 0; wait < 5; wait += 1) {
    const view = await askView(context, false);
    if (view === null) throw new Fault('capture.post.not-found');
    if (!reached(view)) {
      context.note(grown);
      return false;
    }
    const grewBefore = atFirst !== undefined && view.whole.height > atFirst + 1;
    if (!grewBefore) return true;
    await context.withinLimit(context.ports.clock.sleep(300), 20_000, 'the page to grow');
  }
  return true;
}
