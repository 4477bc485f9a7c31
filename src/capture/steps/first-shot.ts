import { faultCodeOf } from '../../model/fault.ts';
import type { CaptureContext, Shot } from '../context.ts';
import { forgetReading, snapshotLimitMs, startReading } from '../reading.ts';
import { isStill, shootSilently, shootWithPost } from '../shoot.ts';
import { askStand, type PostPlace, type Stand } from '../stand.ts';
import { readClock } from './clocks.ts';
import { redraw } from './redraw.ts';

/** The first shot and, for a post, where it stood while the shot was taken; null when it stood nowhere. */
export interface FirstShot {
  readonly shot: Shot;
  readonly post: PostPlace;
}

export const viewportPath = 'screenshot-viewport.png';

/**
 * The first shot, before anything is hidden or scrolled: `screenshot-viewport` of every scope. Undefined when
 * the browser gave no picture and the page was drawn again instead, or when the page does not answer and
 * only the bare picture could be taken.
 */
export async function takeFirstShot(context: CaptureContext): Promise<FirstShot | undefined> {
  try {
    if (context.state.measure === undefined) return await takeBareShot(context);
    return await takeMeasuredShot(context);
  } catch (error) {
    if (faultCodeOf(error) !== 'capture.pixels.refused') throw error;
    await redraw(context, error);
    return undefined;
  }
}

async function takeMeasuredShot(context: CaptureContext): Promise<FirstShot> {
  for (let attempt = 1; ; attempt += 1) {
    const before = takeStand(context) ?? (await askStand(context));
    readClock(context);
    const reading = isLastShot(context, before) ? readMeanwhile(context) : {};
    const { shot, post } = await shootWithPost(context, viewportPath, before.measure.scroll, reading);
    if (attempt < 3 && !isSamePlace(before.post, post)) continue;
    context.state.measure = shot.measure;
    await keepFirstShot(context, shot.png);
    return { shot, post };
  }
}

async function takeBareShot(context: CaptureContext): Promise<undefined> {
  readClock(context);
  await keepFirstShot(context, await shootSilently(context));
}

async function keepFirstShot(context: CaptureContext, png: Uint8Array): Promise<void> {
  context.state.thumbnailSource = png;
  const draft = { role: 'screenshot-viewport', path: viewportPath, mediaType: 'image/png' } as const;
  await context.keep({ ...draft, method: 'browser' }, png);
  context.keepDraft();
}

/** Whether nothing more needs to be shot than what the window shows, as far as can be seen before. */
function isLastShot({ request }: CaptureContext, { post }: Stand): boolean {
  return request.scope === 'viewport' || (request.scope === 'post' && post?.visibleWhole === true);
}

/** While the browser makes its picture the page can be read; again with every picture that is taken again. */
function readMeanwhile(context: CaptureContext) {
  const onTry = () => {
    forgetReading(context);
    startReading(context);
  };
  const isCut = context.request.scope === 'post';
  const onShot = (png: Uint8Array) => isCut && context.ports.pixels.expect(png);
  return { onTry, onShot, limitMs: snapshotLimitMs };
}

/** How the page stood when it came to rest a moment ago; once. */
function takeStand({ state }: CaptureContext): Stand | undefined {
  const { stand } = state;
  delete state.stand;
  return stand;
}

function isSamePlace(before: PostPlace, after: PostPlace): boolean {
  if (before === null || after === null) return before === after;
  const { rect } = before;
  return (
    isStill(rect, after.rect) &&
    isStill({ x: rect.width, y: rect.height }, { x: after.rect.width, y: after.rect.height })
  );
}
