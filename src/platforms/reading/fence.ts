import { nameText, pictureText } from '../../dom/shown-text.ts';
import { closestOf, containsNode, parentOf, queryAll, queryFirst, textContentOf } from '../../dom/tree.ts';
import { ownParts } from './parts.ts';
import { lineOf } from './text.ts';

/*
 * What belongs to one post and no other. A post may contain what it forwards, quotes, answers or shares, and its words
 * may imitate any of the page's marks. Words, name and number are read from the post's own side of the fence only, and
 * where two places of the page disagree, nothing is read.
 */

/** Elements of a post that match a selector and are the post's own, in document order. */
export type Own = (selector: string) => Element[];

/** The post's own parts: those inside none of the blocks `foreign`. */
export function fence(post: Element, foreign: readonly Element[]): Own {
  return selector => ownParts(post, selector, foreign);
}

/** The elements inside none of the others: what looks like a post inside a post is part of it. */
export function outermostOf(elements: readonly Element[]): Element[] {
  const outer: Element[] = [];
  for (const element of elements) {
    const last = outer.at(-1);
    if (last === undefined || !containsNode(last, element)) outer.push(element);
  }
  return outer;
}

/** The one value that all defined values agree on; undefined where there is none, or more than one. */
export function agreed<T extends string>(values: readonly (T | undefined)[]): T | undefined {
  const distinct = new Set(values.filter(value => value !== undefined));
  return distinct.size === 1 ? [...distinct][0] : undefined;
}

/** The name that an element shows, as one line; undefined where it shows none, or only style hides or generates it. */
export function shownName(element: Element | undefined): string | undefined {
  return element && lineOf(nameText(element));
}

/** The first visible element; a name whose words style hides may be anybody's. */
export function firstSeen(elements: readonly Element[]): Element | undefined {
  return elements.find(isSeen);
}

/** Whether the element has no words, or shows some of them. */
export function isSeen(element: Element): boolean {
  return lineOf(textContentOf(element)) === undefined || shownName(element) !== undefined;
}

/** Whether the element has words, a picture or a link; without any it is part of the layout and no post. */
export function hasContent(element: Element): boolean {
  return (
    queryFirst(element, 'img, video, audio, canvas, a[href]') !== undefined ||
    pictureText(element).trim() !== ''
  );
}

/** The elements before `border` and not around it, in their order; all of them where there is no border. */
export function before(elements: readonly Element[], border: Element | undefined): Element[] {
  if (border === undefined) return [...elements];
  const following = 4; // Node.DOCUMENT_POSITION_FOLLOWING
  return elements.filter(
    element =>
      !containsNode(element, border) &&
      (Node.prototype.compareDocumentPosition.call(element, border) & following) !== 0,
  );
}

/** Every element below the root that matches, except those inside others that match. */
export function outermostIn(root: Document | Element, selector: string): Element[] {
  return outermostOf(queryAll(root, selector));
}

/** The outermost of the element and its ancestors that matches; undefined when none does. */
export function outermostAround(element: Element, selector: string): Element | undefined {
  let found = closestOf(element, selector);
  for (let next = found; next !== undefined; ) {
    found = next;
    const parent = parentOf(next);
    next = parent === null ? undefined : closestOf(parent, selector);
  }
  return found;
}
