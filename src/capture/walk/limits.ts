import type { CaptureContext } from '../context.ts';
import { bottomOf, type Tile } from './tile.ts';

/** Recording ends after this many shots or this many CSS pixels, whichever comes first. */
export const walkLimits = { shots: 160, height: 60_000 } as const;

/** The target as the subject of a sentence. */
export function boundsOf({ request }: CaptureContext): { readonly what: string } {
  return { what: request.scope === 'post' ? 'The post' : 'The page' };
}

/** Notes where and why the picture ends before the target does. */
export function noteEnd(context: CaptureContext, tile: Tile, why: string): void {
  const bottom = Math.round(bottomOf(tile) / tile.frame.scale);
  const from = context.request.scope === 'post' ? 'the post’s top' : 'the page’s top';
  const detail = `${why}; the picture ends ${bottom} px below ${from}.`;
  context.note({ kind: 'truncated', detail });
  context.check('whole', 'failed', detail);
}
