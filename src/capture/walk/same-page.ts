import type { View } from '../../messaging/page-protocol.ts';
import type { CaptureContext } from '../context.ts';
import { moveBetween, PageMoved, wordsOfMove } from '../shots/moved.ts';

/**
 * Makes sure that this is still the page in the first picture: the same address with fragment, chosen post, window size
 * and zoom. Throws {@link PageMoved}. Without a chosen post the identity is not compared, because other posts are in
 * view at every place.
 */
export function throwIfAnother({ state, request }: CaptureContext, view: View): void {
  const { view: first } = state;
  if (first === undefined) return;
  const { identity } = request.scope === 'post' ? view : first;
  const { identity: _, ...rest } = view;
  const move = moveBetween(first, identity === undefined ? rest : { ...rest, identity });
  if (move === undefined || move === 'position') return;
  throw new PageMoved(move, wordsOfMove(move, first, view));
}
