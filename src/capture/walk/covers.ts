import type { CaptureContext } from '../context.ts';
import { hasArea, intersection } from '../look/raster.ts';
import { shotBox } from '../pictures/frame.ts';

/** Notes what covers the post in those parts of the tiles that the picture is made of. */
export function noteCovers(context: CaptureContext): void {
  if (context.request.scope !== 'post') return;
  if (context.state.tiles.length === 0) {
    context.check('visible', 'failed', 'No part of the post could be brought into sight.');
    return;
  }
  const covers = context.state.tiles.flatMap(tile =>
    tile.view.covers.filter(({ rect }) =>
      hasArea(intersection(shotBox(rect, tile.view.measure, tile.frame.scale), tile.usable)),
    ),
  );
  const named = Array.from(new Set(covers.map(({ detail }) => detail)));
  if (named.length === 0) {
    context.check('visible', 'held', 'Nothing lay over the post, and no part of it was cut off.');
    return;
  }
  const detail = `Part of the post lies under something else and cannot be read in the picture: ${named.slice(0, 5).join('; ')}.`;
  context.check('visible', 'failed', detail);
}
