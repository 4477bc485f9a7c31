import type { ArtifactRole } from '../../model/capture.ts';
import { boundedText } from '../bounded-text.ts';
import type { CaptureContext, Shot } from '../context.ts';
import { deviceRect } from '../frame.ts';
import type { PixelSize } from '../png.ts';
import { imagePath, type Join, joinTiles, type PlacedTile, rowsPerImage, splitJoin } from '../stitch.ts';
import { startThumbnail, thumbnailSide } from '../thumbnail.ts';
import type { Step } from './step.ts';

/** Joins the shots of a page, or cuts the post out of them, pixel for pixel; says where the image ends early. */
export const stitch: Step = {
  name: 'stitch',
  needs: 'nothing',
  async run(context) {
    const { shots } = context.state;
    const last = shots.at(-1);
    if (last === undefined) {
      void startThumbnail(context);
      return { skipped: reasonWithoutShots(context) };
    }
    const plan = context.request.scope === 'post' ? planPost(shots, last) : planPage(context, shots, last);
    const join = joinTiles(plan.tiles, plan.area);
    if (join === undefined) throw new Error('no shot shows what was to be recorded');
    await keepImages(context, join, plan.role);
    describe(context, join, last);
    context.keepDraft();
    void startThumbnail(context);
    return undefined;
  },
};

/** What to join, where each tile lies, and how large the whole would be. */
interface Plan {
  readonly role: Extract<ArtifactRole, 'screenshot-full-page' | 'screenshot-post'>;
  readonly tiles: readonly PlacedTile[];
  readonly area: PixelSize;
}

function planPage(context: CaptureContext, shots: readonly Shot[], last: Shot): Plan {
  const { scale } = last.frame;
  const bottom = Math.max(...shots.map(shot => shot.frame.top + shot.frame.height));
  const measured = Math.round(context.state.wholeHeight * scale);
  // The page's height arrives rounded to a CSS pixel; within that, the shots' own end is the true one.
  const height =
    Math.abs(measured - bottom) <= Math.ceil(scale) ? bottom : Math.max(measured, last.frame.height);
  return {
    role: 'screenshot-full-page',
    tiles: shots.map(shot => ({ ...shot.frame, left: 0, path: shot.path })),
    area: { width: Math.min(...shots.map(shot => shot.frame.width)), height },
  };
}

function planPost(shots: readonly Shot[], last: Shot): Plan {
  const placed = shots.map(shot => {
    const box = deviceRect(shot.post ?? { x: 0, y: 0, width: 1, height: 1 }, shot.frame.scale);
    return {
      ...shot.frame,
      path: shot.path,
      left: shot.frame.left - box.x,
      top: shot.frame.top - box.y,
      box,
    };
  });
  const { width, height } = placed.at(-1)?.box ?? { width: last.frame.width, height: last.frame.height };
  return { role: 'screenshot-post', tiles: placed, area: { width, height } };
}

async function keepImages(context: CaptureContext, join: Join, role: Plan['role']): Promise<void> {
  const { state } = context;
  const pieces = splitJoin(join, rowsPerImage(join.width));
  const bytes = new Map(state.shots.map(shot => [shot.path, shot.png]));
  for (const [index, piece] of pieces.entries()) {
    const path = imagePath(role, index, pieces.length);
    const { width, height, parts } = piece;
    // Of a post the cut-out is what lists show.
    const isShown = role === 'screenshot-post' && index === 0;
    const { png, thumbnail } = await context.ports.pixels.compose({
      ...{ width, height, parts, tile: tileOf(bytes) },
      ...(isShown ? { thumbnailSide } : {}),
    });
    if (thumbnail !== undefined) state.thumbnail = thumbnail.catch(() => undefined);
    const method = piece.parts.length === 1 ? 'crop' : 'stitch';
    await context.keep({ role, path, mediaType: 'image/png', method }, png);
    state.compositions.push({ path, width, height, parts: [...parts] });
  }
}

function tileOf(bytes: ReadonlyMap<string, Uint8Array>): (path: string) => Uint8Array {
  return path => {
    const png = bytes.get(path);
    if (png === undefined) throw new Error(`no tile ${boundedText(path, 60)}`);
    return png;
  };
}

function describe(context: CaptureContext, join: Join, last: Shot): void {
  const { state, request } = context;
  const { scale } = last.frame;
  const origin = request.scope === 'post' ? last.post : { x: 0, y: 0 };
  const top = (origin?.y ?? 0) + join.offset.y / scale;
  const bottom = top + join.height / scale;
  const left = (origin?.x ?? 0) + join.offset.x / scale;
  state.recordedRange = { top, bottom, left, right: left + join.width / scale };
  if (last.post !== undefined) {
    const x = last.post.x + join.offset.x / scale;
    state.region = { x, y: top, width: join.width / scale, height: join.height / scale };
  }
  if (join.whole) return;
  const what =
    request.scope === 'post'
      ? 'Not all of the post is in the picture'
      : 'Not all of the page is in the picture';
  const range = `it shows the page from ${Math.round(top)} to ${Math.round(bottom)} px below its top`;
  context.note({ kind: 'truncated', detail: `${what}; ${range}.` });
}

function reasonWithoutShots({ state, request }: CaptureContext): string {
  if (state.kept.some(({ artifact }) => artifact.method === 're-render'))
    return 'The picture was drawn again in one piece.';
  if (request.scope === 'viewport') return 'What the window showed is one picture; nothing was to be joined.';
  const inOnePiece = state.kept.some(({ artifact }) => artifact.role !== 'screenshot-viewport');
  return inOnePiece
    ? 'The browser gave the whole picture itself; nothing was to be joined.'
    : 'There was no picture to join.';
}
