import {
  attributeOf,
  firstChildOf,
  isElement,
  nameOf,
  nextSiblingOf,
  nodeTypeOf,
  parentNodeOf,
  textContentOf,
} from '../../platforms/dom.ts';
import { longestText } from '../../platforms/text.ts';

const silent = /^(?:script|style|noscript|template|textarea|select|iframe|object)$/;

/**
 * The text as it is shown, like `innerText`, with the alternative text of pictures in their place: many sites
 * write emoji as pictures, and `innerText` loses them.
 */
export function pictureText(root: Element): string {
  const parts: string[] = [];
  let length = 0;
  let node: Node | null = root;
  while (node !== null && length <= longestText) {
    const { text, enter } = piece(node);
    if (text !== '') parts.push(text);
    length += text.length;
    node = following(root, node, enter, () => parts.push('\n'));
  }
  return tidy(parts.join(''));
}

function piece(node: Node): { text: string; enter: boolean } {
  if (nodeTypeOf(node) === 3) return { text: textOf(node), enter: false };
  if (!isElement(node)) return { text: '', enter: false };
  const name = nameOf(node);
  if (name === 'br') return { text: '\n', enter: false };
  if (silent.test(name) || isHidden(node)) return { text: '', enter: false };
  if (name === 'img') return { text: attributeOf(node, 'alt') ?? '', enter: false };
  return { text: isBlock(node) ? '\n' : '', enter: true };
}

function textOf(node: Node): string {
  const parent = parentNodeOf(node);
  const keeps = parent instanceof Element && getComputedStyle(parent).whiteSpace.startsWith('pre');
  return keeps ? textContentOf(node) : textContentOf(node).replace(/\s+/gu, ' ');
}

function isHidden(element: Element): boolean {
  const { display, visibility } = getComputedStyle(element);
  return display === 'none' || visibility === 'hidden' || visibility === 'collapse';
}

function isBlock(element: Element): boolean {
  return !/^(?:inline|contents|$)/.test(getComputedStyle(element).display);
}

function following(root: Element, node: Node, enter: boolean, onBlockEnd: () => void): Node | null {
  const child = enter ? firstChildOf(node) : null;
  if (child !== null) return child;
  for (let at: Node | null = node; at !== null && at !== root; at = parentNodeOf(at)) {
    if (isElement(at) && isBlock(at)) onBlockEnd();
    const sibling = nextSiblingOf(at);
    if (sibling !== null) return sibling;
  }
  return null;
}

function tidy(text: string): string {
  return text
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
