import type { View } from '../../messaging/page-protocol.ts';
import type { Rect } from '../../model/capture.ts';
import type { CaptureContext } from '../context.ts';
import { type BlankBand, blankBands } from '../look/blank.ts';
import { differencesBetween } from '../look/difference.ts';
import type { Raster } from '../look/raster.ts';
import type { Shot } from '../pictures/frame.ts';
import { shotBox } from '../pictures/frame.ts';
import { imageLimits, imagePath } from '../pictures/stitch.ts';
import { shootRegion, shootView } from '../shots/shoot.ts';
import { askView, lookAt } from '../shots/view.ts';
import { walkLimits } from '../walk/limits.ts';
import { throwIfAnother } from '../walk/same-page.ts';

/** Firefox draws rectangles of up to 32,767 device pixels a side; this stays a little below. */
const regionSide = 32_000;
/** Blank bands at least this high, in CSS pixels, are checked again in the window. */
const leastBlank = 240;
/** The most blank bands checked per piece. */
const mostBlank = 8;

interface Piece {
  readonly rect: Rect;
  readonly png: Uint8Array;
}

/**
 * Shoots the whole page in the one call, or the few for a very long page, of a browser that can shoot any rectangle.
 * The result is compared with the window at the page's end and at blank bands, because a page may draw parts only in
 * the window. Keeps nothing when they `differ`, or when the page `grew` beyond `walkedHeight` (CSS pixels), to which it
 * was walked through. Must be called with the page scrolled to its end.
 */
export async function shootPageByRegion(
  context: CaptureContext,
  walkedHeight: number,
): Promise<'kept' | 'differ' | 'grew'> {
  const end = await askView(context, true);
  if (end === null) return 'differ';
  throwIfAnother(context, end);
  const atEnd = await shootView(context, 'end.png', end);
  const view = await lookAt(context, { x: 0, y: 0 });
  throwIfAnother(context, view);
  const whole = wholeOf(view);
  const pieces = await shootPieces(context, whole, view.measure.devicePixelRatio);
  const after = await askView(context, false);
  if ((after?.whole.height ?? 0) > walkedHeight + 1) return 'grew';
  if (!(await isBelieved(context, pieces, atEnd))) return 'differ';
  await keepPieces(context, pieces);
  noteWhole(context, view, whole);
  context.state.pictured = [after ?? view];
  return 'kept';
}

/** The whole page in document coordinates, up to the height that is recorded. */
function wholeOf({ port, at, whole, measure }: View): Rect {
  return {
    x: port.x - at.x + measure.scroll.x,
    y: port.y - at.y + measure.scroll.y,
    width: whole.width,
    height: Math.min(whole.height, walkLimits.height),
  };
}

async function shootPieces(context: CaptureContext, whole: Rect, scale: number): Promise<readonly Piece[]> {
  const rows = rowsPerRegion(whole.width * scale) / scale;
  const count = Math.max(1, Math.ceil(whole.height / rows));
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index += 1) {
    const y = whole.y + index * rows;
    const rect = { ...whole, y, height: Math.min(rows, whole.y + whole.height - y) };
    pieces.push({ rect, png: await shootRegion(context, rect, scale) });
    context.progress(index + 1, count);
  }
  return pieces;
}

/** How many whole device rows one call may give. */
function rowsPerRegion(width: number): number {
  return Math.max(1, Math.min(regionSide, Math.floor(imageLimits.area / Math.max(1, width))));
}

async function isBelieved(context: CaptureContext, pieces: readonly Piece[], atEnd: Shot): Promise<boolean> {
  let looks = 1;
  for (const { rect, png } of pieces) {
    const raster = await context.ports.pixels.read(png);
    if (!showsTheSame(raster, rect, atEnd)) return false;
    const { scale } = atEnd.frame;
    const all = { x: 0, y: 0, width: raster.width, height: raster.height };
    for (const band of blankBands(raster, all, leastBlank * scale).slice(0, mostBlank)) {
      looks += 1;
      if (!showsTheSame(raster, rect, await lookAtBand(context, rect, band, scale))) return false;
    }
  }
  const places = looks === 1 ? 'one place' : `${looks} places`;
  const detail = `The browser gave the whole picture in one piece; at ${places} it was compared with what the window showed there, and it was the same.`;
  context.check('bands', 'held', detail);
  context.check(
    'seams',
    'not-needed',
    'The browser gave the whole picture itself; nothing was to be joined.',
  );
  return true;
}

async function lookAtBand(
  context: CaptureContext,
  rect: Rect,
  { from, to }: BlankBand,
  scale: number,
): Promise<Shot> {
  const height = context.state.view?.port.height ?? 0;
  const middle = rect.y + (from + to) / 2 / scale;
  const view = await lookAt(context, { x: 0, y: Math.max(0, middle - height / 2) });
  throwIfAnother(context, view);
  return await shootView(context, 'band.png', view);
}

/** Whether the picture of this rectangle equals the window's shot where both show the same part of the page. */
function showsTheSame(raster: Raster, rect: Rect, { raster: seen, view, frame }: Shot): boolean {
  const { scale, usable } = frame;
  const { scroll } = view.measure;
  const by = {
    x: Math.round((scroll.x - rect.x) * scale),
    y: Math.round((scroll.y - rect.y) * scale),
  };
  const restless = view.restless.map(part => shotBox(part, view.measure, scale));
  return differencesBetween(seen, raster, { box: usable, by, restless }).length === 0;
}

async function keepPieces(context: CaptureContext, pieces: readonly Piece[]): Promise<void> {
  const role = 'screenshot-full-page';
  for (const [index, { png }] of pieces.entries()) {
    await context.keep(
      { role, path: imagePath(role, index, pieces.length), mediaType: 'image/png', method: 'browser' },
      png,
    );
  }
}

function noteWhole(context: CaptureContext, { whole }: View, recorded: Rect): void {
  const { x, y, width, height } = recorded;
  context.state.recordedRange = { top: y, bottom: y + height, left: x, right: x + width };
  if (whole.height <= height) {
    context.check('whole', 'held', 'The picture reaches both ends of the page, down and across.');
    return;
  }
  const detail = `The page is longer than Holdfast records; the picture ends ${Math.round(height)} px below the page’s top.`;
  context.note({ kind: 'truncated', detail });
  context.check('whole', 'failed', detail);
}
