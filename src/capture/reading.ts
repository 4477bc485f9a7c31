import type { PageAnswer, View, VisibleParts } from '../messaging/page-protocol.ts';
import type { CaptureCheck } from '../model/capture-check.ts';
import type { CaptureContext } from './context.ts';
import { copyCheck } from './copy/compare-copy.ts';
import { DrawnAhead } from './copy/drawn-ahead.ts';
import { isAnotherList, isAnotherWhole, moveBetween, PageMoved, wordsOfMove } from './shots/moved.ts';
import { targetOf } from './shots/view.ts';
import type { Reading } from './state.ts';

/** How long making the copy may take, in milliseconds; long pages need it. */
const snapshotLimitMs = 60_000;

/** How long drawing the copy may take, in milliseconds. */
const drawingLimitMs = 60_000;

/** Asks once for the post, the text and the copy; the page answers while the pictures are being joined. */
export function startReading(context: CaptureContext): Reading {
  const { state, request } = context;
  if (state.reading === undefined) {
    const target = targetOf(request.scope);
    const read = context.ask('read', { target, addressAlone: request.scope !== 'post' }, snapshotLimitMs);
    const snapshot = context.ask('snapshot', undefined, snapshotLimitMs);
    for (const answer of [read, snapshot]) answer.catch(() => undefined);
    const comparison = snapshot.then(
      copy => compareCopy(context, copy),
      () => undefined,
    );
    state.reading = { read, snapshot, comparison };
  }
  return state.reading;
}

/** Has the copy drawn that the page gives now, in case that the page is still the same when it is read. */
export function drawAhead(context: CaptureContext): void {
  const early = context.ask('copyAhead', undefined, snapshotLimitMs);
  context.state.drawnAhead = new DrawnAhead(early, context.ports.copies);
}

/** Drops what was read, because the page has moved since or will be moved. */
export function forgetReading({ state }: CaptureContext): void {
  delete state.reading;
}

/**
 * Makes sure that what was read is of the page in the pictures: the same address, and the same post with the same
 * words, or a list that still shows some of its posts. Throws {@link PageMoved} when not, and the error of a mute page.
 */
export async function throwIfReadElsewhere(context: CaptureContext): Promise<void> {
  const { state, request } = context;
  const { view } = await startReading(context).read;
  const { view: shown } = state;
  if (view === null || shown === undefined) return;
  throwIfChangedSince(context, view);
  // A long page that was scrolled and restored may show some other posts at the same place, but not only others.
  const { identity, ...rest } = view;
  const isSame = request.scope === 'page' && !isAnotherList(shown, view);
  const compared = isSame ? shown.identity : identity;
  const move = moveBetween(shown, compared === undefined ? rest : { ...rest, identity: compared });
  if (move === 'address' || move === 'identity') throw new PageMoved(move, wordsOfMove(move, shown, view));
}

/**
 * What came in after the last picture is in the text but in no picture, so the page is recorded again. When it happens
 * a second time, the record says so.
 */
function throwIfChangedSince(context: CaptureContext, read: View): void {
  const { pictured = [], isAgain } = context.state;
  if (pictured.length === 0 || pictured.some(view => !isAnotherWhole(view, read))) return;
  const words =
    'After its last picture, and before its text was read, the page became longer or shorter: something came in or went away.';
  if (!isAgain) throw new PageMoved('position', words);
  const doubt = 'The text may hold what the picture does not show, or lack what it shows.';
  context.check('place', 'failed', `${words} ${doubt}`);
}

async function compareCopy(
  context: CaptureContext,
  { html, shown, unread }: PageAnswer<'snapshot'>,
): Promise<Omit<CaptureCheck, 'check'>> {
  const late = context.ports.clock.sleep(drawingLimitMs).then(() => {
    throw new Error('it took too long');
  });
  try {
    return copyCheck(shown, await Promise.race([drawn(context, html, shown.view), late]), unread);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { result: 'not-made', detail: `The copy could not be drawn to compare it with the page: ${why}.` };
  } finally {
    late.catch(() => undefined);
  }
}

async function drawn(
  { state, ports }: CaptureContext,
  html: string,
  view: VisibleParts['view'],
): Promise<VisibleParts> {
  return (await state.drawnAhead?.shownBy({ html, view })) ?? (await ports.copies.draw(html, view));
}
