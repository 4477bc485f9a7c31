import type { PageAnswer, PageArguments } from '../../messaging/page-protocol.ts';
import { readPost } from './post.ts';
import type { PageSession } from './session.ts';
import { snapshot } from './snapshot/snapshot.ts';
import { readText } from './text.ts';
import { view } from './view/reading.ts';

/**
 * Reads the post, the text, how the target lies, and begins the copy: everything up to the first wait in one task, so
 * that no state of the page but one is in them.
 */
export async function read(
  session: PageSession,
  { target, addressAlone }: PageArguments['read'],
): Promise<PageAnswer<'read'>> {
  const post = readPost(session, addressAlone);
  const text = readText(session);
  session.copy = snapshot();
  session.copy.catch(() => undefined);
  const known = session.chosen === undefined ? undefined : (post ?? undefined);
  return { post, text, view: await view(session, { target, frames: false }, known) };
}

/** The copy that was begun when the page was read, once; undefined when there is none. */
export function takeCopy(session: PageSession): PageSession['copy'] {
  const { copy } = session;
  session.copy = undefined;
  return copy;
}
