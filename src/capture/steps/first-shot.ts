import type { PageAnswer } from '../../messaging/page-protocol.ts';
import { faultCodeOf } from '../../model/fault.ts';
import type { CaptureContext, Shot } from '../context.ts';
import { isStill, shootSilently, shootVisible } from '../shoot.ts';
import { readClock } from './clocks.ts';
import { redraw } from './redraw.ts';

export type PostPlace = PageAnswer<'locatePost'>;

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
    const [before, expected] = await Promise.all([locate(context), context.ask('measure', undefined)]);
    readClock(context);
    const shot = await shootVisible(context, viewportPath, expected.scroll);
    const post = await locate(context);
    if (attempt < 3 && !isSamePlace(before, post)) continue;
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

function locate(context: CaptureContext): Promise<PostPlace> {
  return context.request.scope === 'post' ? context.ask('locatePost', undefined) : Promise.resolve(null);
}

function isSamePlace(before: PostPlace, after: PostPlace): boolean {
  if (before === null || after === null) return before === after;
  const { rect } = before;
  return (
    isStill(rect, after.rect) &&
    isStill({ x: rect.width, y: rect.height }, { x: after.rect.width, y: after.rect.height })
  );
}
