import type { PageAnswer, PageArguments } from '../../messaging/page-protocol.ts';
import { isSeenWhole } from '../shots/seen-whole.ts';
import { isLayoutKnown, postHere, readPost } from './post.ts';
import type { PageSession } from './session.ts';
import { snapshot } from './snapshot/snapshot.ts';
import { readText, textOfPost } from './text.ts';
import { aimOf } from './view/aim.ts';
import { viewOf } from './view/reading.ts';

/**
 * Reads the post, the text and the view, and begins the copy, all in one task, so that all show the same state of the
 * page.
 */
export function read(
  session: PageSession,
  { target, addressAlone }: PageArguments['read'],
): PageAnswer<'read'> {
  const element = postHere(session);
  const post = readPost(session, element, addressAlone);
  const known = session.chosen === undefined ? undefined : (post ?? undefined);
  const aim = aimOf(session, target);
  const view = aim === undefined ? null : viewOf(session, target, aim, [], known);
  // Nothing covers a post that is seen whole, so covers need not be searched for.
  const isClear = view !== null && isSeenWhole(view);
  const text = readText(session, isClear);
  session.copy = snapshot();
  session.copy.catch(() => undefined);
  return {
    post,
    text,
    view,
    shown: shownIn(session, element, text.text),
    isLayoutKnown: isLayoutKnown(post),
  };
}

/** The text in the box of the post that was read: `text` itself where a post was chosen; null when none was read. */
function shownIn(session: PageSession, post: Element | undefined, text: string): string | null {
  if (session.chosen !== undefined) return text;
  return post === undefined ? null : textOfPost(session, post);
}

/** Returns the copy begun by `read` and removes it; undefined when there is none. */
export function takeCopy(session: PageSession): PageSession['copy'] {
  const { copy } = session;
  session.copy = undefined;
  return copy;
}
