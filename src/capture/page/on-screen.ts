import { presented } from './frames.ts';
import type { PageSession, ShownState } from './session.ts';

/** Waits until the screen is known to show the page as it is now, at most `limitMs`; read with {@link onScreen}. */
export async function showOnScreen(session: PageSession, limitMs?: number): Promise<void> {
  const shown = stateOf(session);
  session.shown = (await presented(limitMs)) ? shown : undefined;
}

/** Call when the agent has changed the page: the screen is no longer known to show it. */
export function changedAnew(session: PageSession): void {
  session.shown = undefined;
}

/**
 * Whether the screen is known to show what the agent last changed, and whether the page has changed by itself since, as
 * pages with clocks and counters do.
 */
export function onScreen(session: PageSession): { presented: boolean; isChanging: boolean } {
  const { shown } = session;
  return {
    presented: shown !== undefined,
    isChanging: shown !== undefined && !isSame(shown, stateOf(session)),
  };
}

function stateOf({ stillness }: PageSession): ShownState {
  return { changes: stillness.changes, x: window.scrollX, y: window.scrollY };
}

function isSame(one: ShownState, other: ShownState): boolean {
  return one.changes === other.changes && one.x === other.x && one.y === other.y;
}
