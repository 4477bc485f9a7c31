import type { ArtifactRole, Rect } from '../../model/capture.ts';
import type { CaptureContext } from '../context.ts';
import { shootRegion } from '../shoot.ts';
import { imageLimits, imagePath } from '../stitch.ts';
import { checkTab } from '../tab-check.ts';
import type { FirstShot } from './first-shot.ts';
import {
  arrivalLimitMs,
  hideFloating,
  isEndOfPage,
  locate,
  pageLimits,
  scrolled,
  scrollTo,
} from './scroll-shots.ts';

/** Firefox draws rectangles of up to 32,767 device px a side; a little less is safe. */
const regionSide = 32_000;
/** How long the page may be scrolled through before it has to answer, in milliseconds. */
const turnMs = 2_000;
/** So many turns, and a page that grows for ever is as long as it will be recorded. */
const mostTurns = 60;

/**
 * The whole page where the browser can shoot any rectangle of it: scrolled through once, so that late images
 * arrive, then back to the top and shot in one call, or in a few when it is very long.
 */
export async function shootPageByRegion(context: CaptureContext, first: FirstShot): Promise<void> {
  const { state } = context;
  await hideFloating(context);
  const { client } = first.shot.measure;
  const bottom = await scrollThrough(context, 0, pageLimits.height);
  await scrollTo(context, 0);
  const { document } = await context.ask('measure', undefined);
  const height = Math.min(document.height, bottom, pageLimits.height);
  if (document.height > height) {
    const detail = `The page is longer than Holdfast records; the picture ends ${Math.round(height)} px below the page’s top.`;
    context.note({ kind: 'truncated', detail });
  }
  const rect = { x: 0, y: 0, width: Math.max(client.width, document.width), height };
  await keepRegions(context, rect, 'screenshot-full-page');
  state.recordedRange = { top: 0, bottom: height, left: 0, right: rect.width };
}

/** The chosen post, wherever it stands, in one call. */
export async function shootPostByRegion(context: CaptureContext): Promise<void> {
  await hideFloating(context);
  const before = (await locate(context)).rect;
  await scrollThrough(context, Math.max(0, before.y - 8), before.y + before.height);
  await scrollTo(context, Math.max(0, before.y - 8));
  const { rect } = await locate(context);
  const kept = { ...rect, height: Math.min(rect.height, pageLimits.height) };
  if (kept.height < rect.height) {
    context.note({
      kind: 'truncated',
      detail: `The post is longer than Holdfast records; its last ${Math.round(rect.height - kept.height)} px are not in the picture.`,
    });
  }
  await keepRegions(context, kept, 'screenshot-post');
  context.state.region = kept;
  context.state.recordedRange = {
    top: kept.y,
    bottom: kept.y + kept.height,
    left: kept.x,
    right: kept.x + kept.width,
  };
}

/**
 * Scrolls screen by screen from `top` to `bottom` (CSS pixels) inside the page, two seconds at a time, so that a
 * long page is not taken for a mute one; answers how far down the page it came.
 */
async function scrollThrough(context: CaptureContext, top: number, bottom: number): Promise<number> {
  const { state } = context;
  state.touched = true;
  context.note(scrolled);
  let from = top;
  for (let turn = 0; turn < mostTurns; turn += 1) {
    // A page that is no longer in front comes to rest only after minutes.
    await checkTab(context);
    const args = { from, to: bottom, settleMs: arrivalLimitMs, budgetMs: turnMs };
    const { reached, documentHeight, isEnd } = await context.ask('scrollThrough', args, turnMs + 6_000);
    state.wholeHeight = documentHeight;
    const screen = Math.max(1, state.measure?.client.height ?? documentHeight);
    const whole = Math.min(documentHeight, bottom) - top;
    context.progress(Math.ceil((reached - top) / screen), Math.ceil(whole / screen));
    if (reached >= bottom) return reached;
    // It answers a whole turn later from the same place: it cannot be scrolled further.
    if (turn > 0 && reached <= from + 1) return documentHeight;
    const isBottom = isEnd && reached >= documentHeight - 1;
    if (isBottom && (await isEndOfPage(context, height => reached >= height - 1))) return state.wholeHeight;
    from = reached;
  }
  return from;
}

async function keepRegions(
  context: CaptureContext,
  rect: Rect,
  role: Extract<ArtifactRole, 'screenshot-full-page' | 'screenshot-post'>,
): Promise<void> {
  const scale = context.state.measure?.devicePixelRatio ?? 1;
  const rows = rowsPerRegion(rect.width * scale) / scale;
  const count = Math.max(1, Math.ceil(rect.height / rows));
  for (let index = 0; index < count; index += 1) {
    const y = rect.y + index * rows;
    const piece = { ...rect, y, height: Math.min(rows, rect.y + rect.height - y) };
    const png = await shootRegion(context, piece, scale);
    const path = imagePath(role, index, count);
    await context.keep({ role, path, mediaType: 'image/png', method: 'browser' }, png);
    if (role === 'screenshot-post' && index === 0) context.state.thumbnailSource = png;
    context.progress(index + 1, count);
  }
}

/** Whole device rows that one call may give. */
function rowsPerRegion(width: number): number {
  return Math.max(1, Math.min(regionSide, Math.floor(imageLimits.area / Math.max(1, width))));
}
