import { seenText } from '../../dom/seen-text.ts';
import { bodyOf, documentOf } from '../../dom/tree.ts';
import type { SeenTextAnswer } from '../../messaging/page-protocol.ts';
import { boundedText, longestText } from '../../model/bounded-text.ts';
import { chosenElement, platformHere } from './chosen.ts';
import type { PageSession } from './session.ts';

const inFrame =
  'The words stand in a frame of the page and were read inside it; what the page lays over the frame was not looked at.';

/**
 * The text of the chosen post, or of the page when none was chosen, as it was seen; empty when there is none. Cut at
 * 200,000 UTF-16 units, with a last line that says so. What Holdfast hid for the screenshots counts as seen. `isClear`:
 * nothing covers the chosen post.
 */
export function readText(session: PageSession, isClear: boolean): SeenTextAnswer {
  const post = session.chosen === undefined ? undefined : chosenElement(session);
  const framed = post && session.chosen?.platform.framedBody?.(post);
  const root = session.chosen === undefined ? bodyOf(document) : (framed ?? post);
  if (root === null || root === undefined) return { text: '', unseen: 0, doubtful: 0, notes: [] };
  const isPost = session.chosen !== undefined;
  const isOurs = (element: Element) => session.styles.has(element as HTMLElement);
  const seen = seenText(root, { pictures: isPost, isWithinPage: isPost && !isClear, isOurs });
  return {
    text: withinLimit(seen.text),
    unseen: seen.unseen,
    doubtful: seen.doubtful,
    notes: [...seen.notes, ...(framed === undefined ? [] : [inFrame])],
  };
}

/** The document in a frame whose words are the text of the chosen post; undefined when there is no such frame. */
export function readDocument(session: PageSession): Document | undefined {
  const post = chosenElement(session);
  const framed = post && session.chosen?.platform.framedBody?.(post);
  return (framed && documentOf(framed)) ?? undefined;
}

/** The seen text of a post on the page, cut as {@link readText} does. */
export function textOfPost({ styles }: PageSession, post: Element): string {
  const root = platformHere().framedBody?.(post) ?? post;
  const isOurs = (element: Element) => styles.has(element as HTMLElement);
  return withinLimit(seenText(root, { pictures: true, isWithinPage: true, isOurs }).text);
}

function withinLimit(text: string): string {
  if (text.length <= longestText) return boundedText(text);
  return `${boundedText(text)}\n[The text is longer: it has ${text.length} characters, of which the first ${longestText} stand here.]`;
}
