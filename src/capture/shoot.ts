import type { PageMeasure } from '../messaging/page-protocol.ts';
import type { Rect } from '../model/capture.ts';
import type { CaptureContext, Shot } from './context.ts';
import { frameOf } from './frame.ts';
import { pngSize } from './png.ts';
import { askStand, type PostPlace } from './stand.ts';
import { checkTab } from './tab-check.ts';

const attempts = 3;
/** Scroll positions that differ by less are the same (CSS pixels). */
const stillness = 0.05;

/** What may happen beside a shot. Both are called again when it is taken again. */
export interface ShotOptions {
  /** Called when the browser has been asked for the picture. */
  readonly onTry?: () => void;
  /** Called with the picture, before it is known whether the page stood still. */
  readonly onShot?: (png: Uint8Array) => void;
  /** How long the page has to answer after the shot, in milliseconds. */
  readonly limitMs?: number;
}

interface Position {
  readonly x: number;
  readonly y: number;
}

/**
 * One shot of what the window shows. The tab is checked before and after, the page measured after; when the
 * page moved meanwhile the shot is taken again, and after three times kept with a note. Throws the faults of
 * the tab check and `capture.pixels.refused`.
 */
export async function shootVisible(context: CaptureContext, path: string, expected: Position): Promise<Shot> {
  return (await shootWithPost(context, path, expected)).shot;
}

/**
 * The same, and where the chosen post stood right after the shot.
 */
export async function shootWithPost(
  context: CaptureContext,
  path: string,
  expected: Position,
  { onTry, onShot, limitMs }: ShotOptions = {},
): Promise<{ readonly shot: Shot; readonly post: PostPlace }> {
  let before = expected;
  for (let attempt = 1; ; attempt += 1) {
    const png = await shootOnce(context, onTry);
    onShot?.(png);
    const [{ measure, post }] = await Promise.all([askStand(context, limitMs), checkTab(context)]);
    const still = isStill(before, measure.scroll);
    if (still || attempt === attempts) {
      if (!still) context.note({ kind: 'other', detail: 'The page kept moving while a picture was taken.' });
      return { shot: { path, png, measure, frame: frameOf(measure, pngSize(png)) }, post };
    }
    before = measure.scroll;
  }
}

/** What the window shows, without a word from the page: for a page that does not answer. */
export async function shootSilently(context: CaptureContext): Promise<Uint8Array> {
  const png = await shootOnce(context);
  await checkTab(context);
  return png;
}

/** A rectangle of the document (CSS pixels) in one call, with the same checks of the tab. */
export async function shootRegion(context: CaptureContext, rect: Rect, scale: number): Promise<Uint8Array> {
  const tab = await checkTab(context);
  const png = await pictureOf(context, context.ports.browser.shootRegion(tab.windowId, rect, scale));
  await checkTab(context);
  pngSize(png);
  return png;
}

/** True when the page rests where it was. */
export function isStill(one: Position, other: PageMeasure['scroll']): boolean {
  return Math.abs(one.x - other.x) < stillness && Math.abs(one.y - other.y) < stillness;
}

async function shootOnce(context: CaptureContext, onTry?: () => void): Promise<Uint8Array> {
  await context.withinLimit(context.ports.browser.shotTurn(), 30_000, 'a place in the quota');
  // The browser answers in the order it is asked: the tab is looked at first, and the shot need not wait for it.
  const checking = checkTab(context);
  const shooting = context.ports.browser.shootVisible(context.state.tab?.windowId ?? -1);
  shooting.catch(() => undefined);
  await checking;
  onTry?.();
  const png = await pictureOf(context, shooting);
  context.signal.throwIfAborted();
  return png;
}

/** The picture; a refusal throws what became of the tab where that is why, as for a tab behind another. */
async function pictureOf(context: CaptureContext, shooting: Promise<Uint8Array>): Promise<Uint8Array> {
  try {
    return await shooting;
  } catch (error) {
    await checkTab(context);
    throw error;
  }
}
