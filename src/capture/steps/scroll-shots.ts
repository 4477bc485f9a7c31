import type { PageAnswer } from '../../messaging/page-protocol.ts';
import type { PageChange, Rect } from '../../model/capture.ts';
import { Fault } from '../../model/fault.ts';
import type { CaptureContext, Shot } from '../context.ts';
import { deviceRect, type Frame, nextScroll, overlapOf, reachesEnd } from '../frame.ts';
import { shootVisible } from '../shoot.ts';
import type { FirstShot } from './first-shot.ts';

/** A page is recorded to this many shots or this many CSS pixels, whichever comes first. */
export const pageLimits = { shots: 160, height: 60_000 } as const;
/** How long images in view may take to arrive after a scroll, in milliseconds. */
export const arrivalLimitMs = 800;

/** What the record says of a page that was scrolled. */
export const scrolled: PageChange = {
  kind: 'scrolled',
  detail: 'The page was scrolled to take its pictures one below the other.',
};

/** Shoots the page from its top, screen by screen, until it ends or {@link pageLimits} are met. */
export async function scrollPage(context: CaptureContext, first: FirstShot): Promise<void> {
  const hidden = await hideFloating(context);
  const { scroll } = first.shot.measure;
  const atTop = hidden === 0 && scroll.x === 0 && scroll.y === 0;
  // An untouched page at its top is already in the first shot: one place in the quota saved.
  let shot = atTop ? first.shot : await shootAt(context, 0);
  if (!atTop) await keepTile(context, shot);
  for (;;) {
    take(context, shot);
    reportShots(context, shot.frame);
    if (await isPageEnd(context, shot)) return;
    if (isTooLong(context, shot.frame)) return;
    const next = await shootAt(context, nextScroll(shot.frame));
    if (next.frame.top <= shot.frame.top)
      return noteEnd(context, shot.frame, 'The page could not be scrolled');
    shot = next;
    await keepTile(context, shot);
  }
}

/** Brings the chosen post into view and shoots it, screen by screen when it is taller than the window. */
export async function scrollPost(context: CaptureContext): Promise<void> {
  await hideFloating(context);
  let place = await locate(context);
  let at = await scrollClear(context, Math.max(0, place.rect.y - 8));
  for (;;) {
    place = await locate(context);
    const shot = { ...(await shootVisible(context, tilePath(context), at)), post: place.rect };
    const previous = context.state.shots.at(-1);
    if (previous !== undefined && shot.frame.top <= previous.frame.top) {
      return noteEnd(context, shot.frame, 'The page could not be scrolled');
    }
    await keepTile(context, shot);
    context.state.shots.push(shot);
    const box = deviceRect(place.rect, shot.frame.scale);
    const total = Math.ceil(box.height / Math.max(1, shot.frame.height - overlapOf(shot.frame)));
    context.progress(context.state.shots.length, Math.min(total, pageLimits.shots));
    if (shot.frame.top + shot.frame.height >= box.y + box.height) return;
    if (context.state.shots.length >= pageLimits.shots) {
      return noteEnd(context, shot.frame, 'The post is longer than Holdfast records');
    }
    at = await scrollClear(context, nextScroll(shot.frame));
  }
}

/** Hides what would repeat in a joined image; answers how many changes that took. */
export async function hideFloating(context: CaptureContext): Promise<number> {
  context.state.touched = true;
  const changes = await context.ask('hideFloating', {});
  context.note(...changes);
  return changes.length;
}

/** Scrolls and waits for what comes into view; answers where the page came to rest. */
export async function scrollTo(context: CaptureContext, y: number): Promise<PageAnswer<'scrollTo'>> {
  context.state.touched = true;
  const at = await context.ask('scrollTo', { y, settleMs: arrivalLimitMs }, arrivalLimitMs + 5_000);
  context.note(scrolled);
  return at;
}

/** Scrolls, and hides what only became fixed by it, as headers of some pages do. */
async function scrollClear(context: CaptureContext, y: number): Promise<PageAnswer<'scrollTo'>> {
  const at = await scrollTo(context, y);
  const hidden = await hideFloating(context);
  // Scrolling to the same place again waits until the change is on the screen.
  return hidden === 0 ? at : await scrollTo(context, at.y);
}

/** The chosen post's place now. Throws `capture.post.not-found` when it is no longer in the page. */
export async function locate(context: CaptureContext): Promise<{ rect: Rect; visibleWhole: boolean }> {
  const place = await context.ask('locatePost', undefined);
  if (place === null) throw new Fault('capture.post.not-found');
  return place;
}

/**
 * True when the page ends here. A page that grew while it was scrolled gets time to grow again; a quiet one
 * only has to settle.
 */
export async function isEndOfPage(
  context: CaptureContext,
  reached: (height: number) => boolean,
): Promise<boolean> {
  const { state } = context;
  const before = state.wholeHeight;
  await context.ask('settle', { timeLimitMs: 1_000 }, 4_000);
  for (let wait = 0; wait < 5; wait += 1) {
    const { document } = await context.ask('measure', undefined);
    state.wholeHeight = Math.max(document.height, 1);
    if (!reached(document.height)) {
      context.note({
        kind: 'waited',
        detail: 'The page grew while it was scrolled; Holdfast waited and went on.',
      });
      return false;
    }
    const grewBefore = before > (state.measure?.document.height ?? before) + 1;
    if (!grewBefore) return true;
    await context.withinLimit(context.ports.clock.sleep(300), 5_000, 'the page to grow');
  }
  return true;
}

function isPageEnd(context: CaptureContext, shot: Shot): Promise<boolean> {
  const reached = (height: number) => reachesEnd(shot.frame, height);
  if (!reached(shot.measure.document.height)) {
    context.state.wholeHeight = shot.measure.document.height;
    return Promise.resolve(false);
  }
  return isEndOfPage(context, reached);
}

function isTooLong(context: CaptureContext, frame: Frame): boolean {
  const bottom = (frame.top + frame.height) / frame.scale;
  if (context.state.shots.length < pageLimits.shots && bottom < pageLimits.height) return false;
  noteEnd(context, frame, 'The page is longer than Holdfast records');
  return true;
}

function noteEnd(context: CaptureContext, frame: Frame, why: string): void {
  const bottom = Math.round((frame.top + frame.height) / frame.scale);
  context.note({ kind: 'truncated', detail: `${why}; the picture ends ${bottom} px below the page’s top.` });
}

async function shootAt(context: CaptureContext, y: number): Promise<Shot> {
  return shootVisible(context, tilePath(context), await scrollClear(context, y));
}

function tilePath(context: CaptureContext): string {
  const number = context.state.kept.filter(({ artifact }) => artifact.role === 'tile').length + 1;
  return `tiles/tile-${String(number).padStart(3, '0')}.png`;
}

async function keepTile(context: CaptureContext, shot: Shot): Promise<void> {
  await context.keep({ role: 'tile', path: shot.path, mediaType: 'image/png', method: 'browser' }, shot.png);
}

function take(context: CaptureContext, shot: Shot): void {
  context.state.shots.push(shot);
  context.state.wholeHeight = Math.max(shot.measure.document.height, 1);
}

function reportShots(context: CaptureContext, frame: Frame): void {
  const whole = Math.min(context.state.wholeHeight, pageLimits.height) * frame.scale;
  const stride = Math.max(1, frame.height - overlapOf(frame));
  const total = Math.min(pageLimits.shots, Math.max(1, Math.ceil((whole - overlapOf(frame)) / stride)));
  context.progress(context.state.shots.length, total);
}
