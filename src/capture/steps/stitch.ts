import { boundedText } from '../../model/bounded-text.ts';
import type { ArtifactRole } from '../../model/capture.ts';
import type { CaptureContext } from '../context.ts';
import { wholeSize } from '../pictures/frame.ts';
import type { PixelSize } from '../pictures/png.ts';
import { imagePath, type Join, joinTiles, rowsPerImage, splitJoin } from '../pictures/stitch.ts';
import { startThumbnail, thumbnailSide } from '../pictures/thumbnail.ts';
import { bottomOf, placedOf, rightOf, type Tile } from '../walk/tile.ts';
import type { Step } from './step.ts';

/** Joins the shots of a page, or cuts the post out of them, pixel for pixel; notes where the image ends early. */
export const stitch: Step = {
  name: 'stitch',
  needs: 'nothing',
  async run(context) {
    const { tiles } = context.state;
    const last = tiles.at(-1);
    if (last === undefined) {
      void startThumbnail(context);
      return { skipped: reasonWithoutTiles(context) };
    }
    const area = areaOf(context, tiles, last);
    const join = joinTiles(tiles.map(placedOf), area);
    if (join === undefined) throw new Error('no shot shows what was to be recorded');
    const role = context.request.scope === 'post' ? 'screenshot-post' : 'screenshot-full-page';
    await keepImages(context, join, role);
    describe(context, join, last);
    context.keepDraft();
    void startThumbnail(context);
    return undefined;
  },
};

/**
 * The size of the whole in device pixels. A page's lengths arrive rounded to a CSS pixel, so within that the shots' own
 * ends are used.
 */
function areaOf({ request }: CaptureContext, tiles: readonly Tile[], last: Tile): PixelSize {
  const whole = wholeSize(last.view, { ...last.frame, origin: last.origin });
  if (request.scope === 'post') return whole;
  const slack = Math.ceil(last.frame.scale);
  const near = (measured: number, seen: number) => (Math.abs(measured - seen) <= slack ? seen : measured);
  return {
    width: near(whole.width, Math.max(...tiles.map(rightOf))),
    height: near(whole.height, Math.max(...tiles.map(bottomOf))),
  };
}

async function keepImages(
  context: CaptureContext,
  join: Join,
  role: Extract<ArtifactRole, 'screenshot-full-page' | 'screenshot-post'>,
): Promise<void> {
  const { state } = context;
  const pieces = splitJoin(join, rowsPerImage(join.width));
  for (const [index, piece] of pieces.entries()) {
    const path = imagePath(role, index, pieces.length);
    const { width, height, parts } = piece;
    // For a post, lists show the cut-out.
    const isShown = role === 'screenshot-post' && index === 0;
    const { png, thumbnail } = await context.ports.pixels.compose({
      ...{ width, height, parts, tile: pictureIn(state.pictures) },
      ...(isShown ? { thumbnailSide } : {}),
    });
    if (thumbnail !== undefined) state.thumbnail = thumbnail.catch(() => undefined);
    const method = piece.parts.length === 1 ? 'crop' : 'stitch';
    await context.keep({ role, path, mediaType: 'image/png', method }, png);
    state.compositions.push({ path, width, height, parts: [...parts] });
  }
}

function pictureIn(pictures: ReadonlyMap<string, Uint8Array>): (path: string) => Uint8Array {
  return path => {
    const png = pictures.get(path);
    if (png === undefined) throw new Error(`no tile ${boundedText(path, 60)}`);
    return png;
  };
}

function describe(context: CaptureContext, join: Join, last: Tile): void {
  const { state, request } = context;
  const { scale } = last.frame;
  const corner = cornerOf(last);
  const left = corner.x + join.offset.x / scale;
  const top = corner.y + join.offset.y / scale;
  const bottom = top + join.height / scale;
  state.recordedRange = { top, bottom, left, right: left + join.width / scale };
  if (request.scope === 'post') {
    state.region = { x: left, y: top, width: join.width / scale, height: join.height / scale };
  }
  const what = request.scope === 'post' ? 'post' : 'page';
  if (join.whole) {
    context.check('whole', 'held', `The picture reaches both ends of the ${what}, down and across.`);
    return;
  }
  const across = `${Math.round(left)} to ${Math.round(left + join.width / scale)} px across`;
  const range = `it shows ${Math.round(top)} to ${Math.round(bottom)} px below the page’s top and ${across}`;
  const detail = `Not all of the ${what} is in the picture; ${range}.`;
  context.note({ kind: 'truncated', detail });
  context.check('whole', 'failed', detail);
}

/** Where the whole's corner lies in the document, in CSS pixels; in a pane, at the pane's own origin. */
function cornerOf({ view }: Tile): { readonly x: number; readonly y: number } {
  const { port, at, measure } = view;
  const isPane = view.scroller !== undefined;
  if (isPane) return { x: 0, y: 0 };
  return { x: port.x - at.x + measure.scroll.x, y: port.y - at.y + measure.scroll.y };
}

function reasonWithoutTiles({ state, request }: CaptureContext): string {
  if (state.kept.some(({ artifact }) => artifact.method === 're-render'))
    return 'The picture was drawn again in one piece.';
  if (request.scope === 'viewport') return 'What the window showed is one picture; nothing was to be joined.';
  const inOnePiece = state.kept.some(({ artifact }) => artifact.role !== 'screenshot-viewport');
  return inOnePiece
    ? 'The browser gave the whole picture itself; nothing was to be joined.'
    : 'There was no picture to join.';
}
