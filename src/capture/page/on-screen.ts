import { presented } from './frames.ts';
import type { PageSession } from './session.ts';

/** Waits until the screen is known to show the page as it is now, at most `limitMs`; see {@link isOnScreen}. */
export async function showOnScreen(session: PageSession, limitMs?: number): Promise<void> {
  const { changes } = session.stillness;
  if (await presented(limitMs)) session.shownChanges = changes;
}

/** Whether the document was seen to change in nothing since the screen was known to show it. */
export function isOnScreen({ stillness, shownChanges }: PageSession): boolean {
  return shownChanges === stillness.changes;
}
