import { presented } from './frames.ts';
import type { PageSession } from './session.ts';

/** Waits until the screen is known to show the page as it is now, at most `limitMs`; see {@link onScreen}. */
export async function showOnScreen(session: PageSession, limitMs?: number): Promise<void> {
  const { changes } = session.stillness;
  session.shown = (await presented(limitMs)) ? { changes } : undefined;
}

/** What the agent has changed since is not on the screen yet. */
export function changedAnew(session: PageSession): void {
  session.shown = undefined;
}

/**
 * Whether the screen is known to show what the agent last changed, and whether the page has changed by itself since, as
 * pages with clocks and counters do all the time.
 */
export function onScreen({ stillness, shown }: PageSession): { presented: boolean; isChanging: boolean } {
  return { presented: shown !== undefined, isChanging: shown?.changes !== stillness.changes };
}
