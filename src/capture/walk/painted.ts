import type { CaptureContext } from '../context.ts';
import { isSameIn } from '../look/blank.ts';
import { shootView } from '../shots/shoot.ts';
import { type Tile, unpaintedBands } from './tile.ts';

/** Whether at least half of the tile has one colour, so that the browser may not have painted it. */
export function mayBeUnpainted(tile: Tile): boolean {
  return tile.raster !== undefined && unpaintedBands(tile).length > 0;
}

/** Whether the blank parts look the same in a second shot, by which time the browser has painted them. */
export async function isBlankTwice(context: CaptureContext, tile: Tile): Promise<boolean> {
  const { raster, path, view, frame } = tile;
  if (raster === undefined) return true;
  const again = await shootView(context, path, view);
  return unpaintedBands(tile).every(({ from, to }) =>
    isSameIn(raster, again.raster, { ...frame.usable, y: from, height: to - from }),
  );
}

/** Notes that no picture is blank because it was not yet painted. */
export function notePainted(context: CaptureContext): void {
  const detail = 'Every picture was looked through for blank parts; what was blank was so a second time.';
  context.check('bands', 'held', detail);
}

/** Checks a single picture for unpainted parts and notes the result. */
export async function checkPainted(context: CaptureContext, tile: Tile): Promise<void> {
  if (!mayBeUnpainted(tile) || (await isBlankTwice(context, tile))) return notePainted(context);
  context.check(
    'bands',
    'failed',
    'A large part of the picture was blank, and was not when it was looked at again.',
  );
}
