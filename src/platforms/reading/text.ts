import {
  attributeOf,
  firstChildOf,
  isElement,
  nameOf,
  nextSiblingOf,
  nodeTypeOf,
  parentNodeOf,
  textContentOf,
} from '../../dom/tree.ts';
import { boundedText, longestText } from '../../model/bounded-text.ts';
import { wellFormed } from '../../model/well-formed.ts';

/** The longest name, address or note that is kept, in UTF-16 units. */
export const longestLine = 2_000;

/** One trimmed line of text, with single spaces, cut at {@link longestLine}; undefined when it is empty. */
export function lineOf(text: string | undefined): string | undefined {
  const line = boundedText(text ?? '', longestLine * 2)
    .replace(/\s+/gu, ' ')
    .trim();
  return line === '' ? undefined : boundedText(line, longestLine);
}

/** A post's text, trimmed and cut, with a note when it was cut; empty for an empty text. */
export function postText(text: string): { readonly text?: string; readonly note?: string } {
  const trimmed = text.trim();
  if (trimmed === '') return {};
  if (trimmed.length <= longestText) return { text: wellFormed(trimmed) };
  return {
    text: boundedText(trimmed),
    note: `The text has ${trimmed.length} characters; the first ${longestText} are kept here.`,
  };
}

/** The element's text, hidden or not, with line breaks for `br` and the alternative text of pictures (emoji). */
export function textWithPictures(element: Element): string {
  const parts: string[] = [];
  let length = 0;
  for (let node = firstChildOf(element); node !== null && length <= longestText; ) {
    const part = pieceOf(node);
    parts.push(part);
    length += part.length;
    node = nextWithin(element, node);
  }
  return parts.join('');
}

function pieceOf(node: Node): string {
  if (nodeTypeOf(node) === 3) return textContentOf(node);
  if (!isElement(node)) return '';
  const name = nameOf(node);
  if (name === 'img') return attributeOf(node, 'alt') ?? '';
  return name === 'br' ? '\n' : '';
}

function nextWithin(root: Element, from: Node): Node | null {
  const child = firstChildOf(from);
  if (child !== null) return child;
  for (let node: Node | null = from; node !== null && node !== root; node = parentNodeOf(node)) {
    const sibling = nextSiblingOf(node);
    if (sibling !== null) return sibling;
  }
  return null;
}
