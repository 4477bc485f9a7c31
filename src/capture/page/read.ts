import type { PageAnswer, PageArguments } from '../../messaging/page-protocol.ts';
import { isSeenWhole } from '../seen-whole.ts';
import { isLayoutKnown, postHere, readPost } from './post.ts';
import type { PageSession } from './session.ts';
import { snapshot } from './snapshot/snapshot.ts';
import { readText, textOfPost } from './text.ts';
import { aimOf } from './view/aim.ts';
import { viewOf } from './view/reading.ts';

/**
 * Reads the post, the text, how the target lies, and begins the copy, all in one task, so that no state of the page but
 * one is in them.
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
  // Over a post that is seen whole nothing lies, and the rest of the page need not be looked through for it.
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

/** The text in the box of the post that is read: `text` itself where a post was chosen. */
function shownIn(session: PageSession, post: Element | undefined, text: string): string | null {
  if (session.chosen !== undefined) return text;
  return post === undefined ? null : textOfPost(session, post);
}

/** The copy that was begun when the page was read, once; undefined when there is none. */
export function takeCopy(session: PageSession): PageSession['copy'] {
  const { copy } = session;
  session.copy = undefined;
  return copy;
}
