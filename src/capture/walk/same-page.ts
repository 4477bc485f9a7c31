import type { View } from '../../messaging/page-protocol.ts';
import type { CaptureContext } from '../context.ts';
import { moveBetween, PageMoved, wordsOfMove } from '../moved.ts';

/**
 * Makes sure that this is still the page that the first picture shows: its address with the fragment, the chosen post,
 * the window's size and zoom. Throws {@link PageMoved}. Posts in view are others at every place of a page, so that
 * they count for a chosen post alone.
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
