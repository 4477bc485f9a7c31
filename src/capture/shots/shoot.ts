import type { View } from '../../messaging/page-protocol.ts';
import type { Rect } from '../../model/capture.ts';
import { Fault } from '../../model/fault.ts';
import type { CaptureContext } from '../context.ts';
import { differencesBetween } from '../look/difference.ts';
import { showsMarks } from '../look/marks.ts';
import { type Box, boxAround, type Raster } from '../look/raster.ts';
import type { Shot } from '../pictures/frame.ts';
import { frameOf, shotBox } from '../pictures/frame.ts';
import { type PixelSize, pngSize } from '../pictures/png.ts';
import { isAnotherWhole, type Move, moveBetween, PageMoved, wordsOfMove } from './moved.ts';
import { checkTab } from './tab-check.ts';
import { askView } from './view.ts';

const attempts = 4;

/** Reads the view right after a shot; null when the target is gone. */
type AskAfter = (context: CaptureContext) => Promise<View | null>;

const askAfter: AskAfter = context => askView(context, false);

/**
 * Takes one shot of the window, accepted when the page was the same before and after it, when frames are known to have
 * shown that page, and when nothing of Holdfast's is in it; otherwise repeated up to three times. For a page that
 * changes all the time two shots are compared and the differences noted. What never held is noted as a check. `after`
 * reads the view after each shot. Throws the faults of the tab check, `capture.pixels.refused`,
 * `capture.post.not-found`, and {@link PageMoved} when the page's address, post or size differs from `before`.
 */
export async function shootView(
  context: CaptureContext,
  path: string,
  before: View,
  after: AskAfter = askAfter,
): Promise<Shot> {
  let view = before;
  let earlier: Raster | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const png = await shootOnce(context);
    const [stands, raster] = await Promise.all([
      after(context),
      context.ports.pixels.read(png, lookedAt(view, pngSize(png))),
      checkTab(context),
    ]);
    let doubt = doubtOf(view, stands, raster);
    if (doubt === 'changing' && stands !== null && earlier !== undefined) {
      noteChanging(context, [earlier, raster], stands);
      doubt = undefined;
    }
    earlier = doubt === 'changing' ? raster : undefined;
    if (stands === null && attempt >= attempts) throw new Fault('capture.post.not-found');
    if (stands !== null && (doubt === undefined || attempt >= attempts)) {
      noteDoubt(context, doubt, view, stands);
      notePending(context, view);
      return { path, png, raster, view: stands, frame: frameOf(stands, pngSize(png)) };
    }
    throwIfMoved(doubt, before, stands);
    view = (await askView(context, true)) ?? view;
    throwIfMoved(moveBetween(before, view), before, view);
  }
}

/** The part of a picture that is examined: where the target lies, and where Holdfast drew over the page. */
function lookedAt(view: View, size: PixelSize): Box {
  const { scale, usable } = frameOf(view, size);
  return boxAround([usable, ...view.marks.map(({ rect }) => shotBox(rect, view.measure, scale))]);
}

type Doubt = Move | 'frames' | 'changing' | 'marks' | 'gone';

function doubtOf(before: View, after: View | null, raster: Raster): Doubt | undefined {
  if (after === null) return 'gone';
  const move = moveBetween(before, after);
  if (move !== undefined) return move;
  if (isAnotherWhole(before, after)) return 'position';
  if (showsOwnMarks(after, raster)) return 'marks';
  if (!before.presented) return 'frames';
  return before.isChanging ? 'changing' : undefined;
}

/** Notes where a page that changes all the time differs between two pictures of one place. */
function noteChanging(context: CaptureContext, [one, other]: readonly [Raster, Raster], view: View): void {
  if (one.width !== other.width || one.height !== other.height) return;
  const { scale, usable } = frameOf(view, other);
  const squares = differencesBetween(one, other, { box: usable, by: { x: 0, y: 0 }, restless: [] });
  if (squares.length === 0) return;
  const top = Math.min(...squares.map(({ y }) => y)) - usable.y;
  const bottom = Math.max(...squares.map(({ y, height }) => y + height)) - usable.y;
  const [from, to] = [top, bottom].map(row => Math.round(view.at.y + row / scale));
  context.note({
    kind: 'other',
    detail: `The page kept changing by itself, ${from} to ${to} px below the top; a picture shows one moment of that.`,
  });
}

function showsOwnMarks(view: View, raster: Raster): boolean {
  const { scale } = frameOf(view, raster);
  return showsMarks(
    raster,
    view.marks.map(({ rect, color }) => ({ box: shotBox(rect, view.measure, scale), color })),
  );
}

function throwIfMoved(doubt: Doubt | undefined, before: View, after: View | null): void {
  if (after === null) return;
  if (doubt === 'address' || doubt === 'identity' || doubt === 'size') {
    throw new PageMoved(doubt, wordsOfMove(doubt, before, after));
  }
}

function noteDoubt(context: CaptureContext, doubt: Doubt | undefined, before: View, after: View): void {
  context.check(
    'place',
    'held',
    'The page’s address, position, zoom and size were the same before and after every picture.',
  );
  context.check(
    'frames',
    'held',
    'Every picture was taken after the screen had shown what was last changed on the page; what goes on changing by itself is named among the changes.',
  );
  context.check(
    'marks',
    'held',
    'Every picture was searched for what Holdfast draws over a page; nothing was found.',
  );
  if (doubt === 'frames') {
    context.check(
      'frames',
      'not-made',
      'The browser held its frames back, as it does in a covered window; a picture may show the page as it was a moment before.',
    );
  } else if (doubt === 'marks') {
    context.check(
      'marks',
      'failed',
      'What Holdfast draws over a page, to choose a post, may still be in a picture.',
    );
  } else if (doubt === 'changing') {
    context.check(
      'frames',
      'not-made',
      'The page kept changing and moving by itself; no two pictures of one place could be compared.',
    );
  } else if (doubt !== undefined && doubt !== 'gone')
    context.check('place', 'failed', wordsOfMove(doubt, before, after));
}

/** How many pending items are named one by one. */
const mostNamed = 5;

function notePending(context: CaptureContext, { pending }: View): void {
  if (pending.length === 0) return;
  const more = pending.length > mostNamed ? ` And ${pending.length - mostNamed} more.` : '';
  context.check('late', 'failed', `${pending.slice(0, mostNamed).join(' ')}${more}`);
}

/** A shot without asking the page, for one that does not answer. Throws as {@link shootView} does for the browser. */
export async function shootSilently(context: CaptureContext): Promise<Uint8Array> {
  const png = await shootOnce(context);
  await checkTab(context);
  return png;
}

/** A rectangle of the document (CSS pixels) in one call, with the tab checked before and after. */
export async function shootRegion(context: CaptureContext, rect: Rect, scale: number): Promise<Uint8Array> {
  const tab = await checkTab(context);
  const png = await pictureOf(context, () => context.ports.browser.shootRegion(tab.windowId, rect, scale));
  await checkTab(context);
  pngSize(png);
  return png;
}

async function shootOnce(context: CaptureContext): Promise<Uint8Array> {
  await context.withinLimit(context.ports.browser.shotTurn(), 30_000, 'a place in the quota');
  // The browser answers in order, so the tab is checked before the shot without a wait between them.
  const checking = checkTab(context);
  const windowId = context.state.tab?.windowId ?? -1;
  const shooting = pictureOf(context, () => context.ports.browser.shootVisible(windowId));
  shooting.catch(() => undefined);
  await checking;
  const png = await shooting;
  context.signal.throwIfAborted();
  return png;
}

/** How long a browser may take for one picture, in milliseconds; slower ones rarely come at all. */
const pictureLimitMs = 30_000;

/**
 * The picture, asked for a second time when none comes within the limit. Throws `capture.pixels.refused` after two
 * attempts, the tab check's fault when that explains the refusal, and `capture.stopped`.
 */
async function pictureOf(context: CaptureContext, shoot: () => Promise<Uint8Array>): Promise<Uint8Array> {
  for (let asked = 1; asked <= 2; asked += 1) {
    const picture = await context.inTime(shoot(), pictureLimitMs).catch(async (error: unknown) => {
      await checkTab(context);
      throw error;
    });
    if (picture !== undefined) return picture.value;
    // Another tab may have become active meanwhile, and the next picture would show it.
    await checkTab(context);
  }
  throw new Fault('capture.pixels.refused', `no picture in ${pictureLimitMs} ms, twice`);
}
