import type { View } from '../../messaging/page-protocol.ts';
import { Fault, faultCodeOf } from '../../model/fault.ts';
import type { CaptureContext } from '../context.ts';
import type { Shot } from '../pictures/frame.ts';
import { forgetReading, startReading } from '../reading.ts';
import { isSeenWhole } from '../shots/seen-whole.ts';
import { shootSilently, shootView } from '../shots/shoot.ts';
import { askView } from '../shots/view.ts';
import { readClock } from './clocks.ts';
import { redraw } from './redraw.ts';

export const viewportPath = 'screenshot-viewport.png';

/**
 * The first shot of every scope, kept as `screenshot-viewport`, before anything is hidden or scrolled. Undefined when
 * the browser gave no picture and the page was redrawn, or when the page does not answer and only the window was shot.
 * Throws `capture.post.not-found`, with the picture kept, when the post is gone.
 */
export async function takeFirstShot(context: CaptureContext): Promise<Shot | undefined> {
  try {
    if (context.state.measure === undefined) {
      await takeBareShot(context);
      return undefined;
    }
    return await takeShotOfTarget(context);
  } catch (error) {
    if (faultCodeOf(error) !== 'capture.pixels.refused') throw error;
    await redraw(context, error);
    return undefined;
  }
}

/** Shoots the target. When the page gives no view or its post is gone, keeps the picture before it throws. */
async function takeShotOfTarget(context: CaptureContext): Promise<Shot> {
  let mute: unknown = new Fault('capture.post.not-found');
  const view = await viewNow(context).catch((error: unknown) => {
    if (faultCodeOf(error) !== 'capture.page.not-answering') throw error;
    mute = error;
    return null;
  });
  if (view !== null) {
    const shot = await takeViewedShot(context, view).catch((error: unknown) => {
      if (faultCodeOf(error) !== 'capture.post.not-found') throw error;
      mute = error;
    });
    if (shot !== undefined) return shot;
  }
  await takeBareShot(context);
  throw mute;
}

/** The view from when the page became quiet a moment ago, used once; else the view now. */
async function viewNow(context: CaptureContext): Promise<View | null> {
  const { rested } = context.state;
  delete context.state.rested;
  return rested?.presented === true && !rested.isChanging ? rested : await askView(context, true);
}

async function takeViewedShot(context: CaptureContext, view: View): Promise<Shot> {
  const { state } = context;
  readClock(context);
  const after = isLastShot(context, view) ? readAfter : undefined;
  const shot = await shootView(context, pathOf(context), view, after);
  state.measure = shot.view.measure;
  state.view = shot.view;
  state.pictures.set(shot.path, shot.png);
  if (shot.view.scroller !== undefined) state.scroller = shot.view.scroller;
  await keepFirstShot(context, shot.png, shot.path);
  return shot;
}

/** Shoots and keeps what the window shows, without asking the page. */
export async function takeBareShot(context: CaptureContext): Promise<void> {
  readClock(context);
  await keepFirstShot(context, await shootSilently(context), pathOf(context));
}

async function keepFirstShot(context: CaptureContext, png: Uint8Array, path: string): Promise<void> {
  context.state.thumbnailSource = png;
  const role = path === viewportPath ? 'screenshot-viewport' : 'tile';
  await context.keep({ role, path, mediaType: 'image/png', method: 'browser' }, png);
  context.keepDraft();
}

/** The path of the first shot. In a second attempt the earlier shot keeps its path, and this one becomes a tile. */
function pathOf({ state }: CaptureContext): string {
  const isFirst = !state.kept.some(({ artifact }) => artifact.path === viewportPath);
  return isFirst ? viewportPath : `tiles/viewport-${state.kept.length}.png`;
}

/** Whether, judging before the shot, what the window shows is all that must be shot. */
function isLastShot({ request }: CaptureContext, view: View): boolean {
  return request.scope === 'viewport' || (request.scope === 'post' && isSeenWhole(view));
}

/** Reads the whole page right after its picture, in one task with its view; again when the picture is repeated. */
async function readAfter(context: CaptureContext): Promise<View | null> {
  forgetReading(context);
  return (await startReading(context).read).view;
}
