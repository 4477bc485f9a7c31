import { hrefOf } from '../../dom/links.ts';
import { closestOf, containsNode, documentOf, parentOf, queryAll } from '../../dom/tree.ts';
import { webAddress } from '../hosts.ts';

/** Elements below `root` that match and are inside none of the blocks `inside`. */
export function ownParts(root: Element, selector: string, inside: readonly Element[]): Element[] {
  return queryAll(root, selector).filter(found => !inside.some(block => containsNode(block, found)));
}

/** The path and query of a link on the page's own host; undefined for all others. */
export function pathOf(link: Element | undefined, base: URL): string | undefined {
  const address = webAddress(link && hrefOf(link), base);
  return address?.host === base.host ? address.pathname + address.search : undefined;
}

const highestClimb = 14;

/** The smallest block around an element for which `isWhole` holds, at most 14 steps up; undefined when none does. */
export function blockAround(element: Element, isWhole: (block: Element) => boolean): Element | undefined {
  let block = parentOf(element);
  for (let climbed = 0; block !== null && climbed < highestClimb; climbed += 1) {
    if (isWhole(block)) return block;
    block = parentOf(block);
  }
  return undefined;
}

/** Whether text is in a link, button, time or header, and so is no part of what somebody wrote. */
export function isFurniture(element: Element, block: Element): boolean {
  const inside = closestOf(element, 'a, button, [role="button"], time, nav, header');
  return inside !== undefined && inside !== block && containsNode(block, inside);
}

/** The elements in document order, each once. */
export function inOrder(elements: Iterable<Element>): Element[] {
  const following = 4; // Node.DOCUMENT_POSITION_FOLLOWING
  return Array.from(new Set(elements)).sort((first, second) =>
    Node.prototype.compareDocumentPosition.call(first, second) & following ? -1 : 1,
  );
}

/** The innermost of a document's posts around the element; undefined when there is none. */
export function innermostAround(
  element: Element,
  posts: (document: Document) => readonly Element[],
): Element | undefined {
  const document = documentOf(element);
  if (document === null) return undefined;
  return posts(document)
    .filter(post => containsNode(post, element))
    .at(-1);
}
