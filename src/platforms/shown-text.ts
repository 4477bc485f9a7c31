import {
  attributeOf,
  firstChildOf,
  innerTextOf,
  isElement,
  nameOf,
  nextSiblingOf,
  nodeTypeOf,
  parentNodeOf,
  textContentOf,
} from './dom.ts';
import { longestText } from './text.ts';

const silent = /^(?:script|style|noscript|template|textarea|select|iframe|object)$/;

/** Controls of direction and soft hyphens: they change how words are read, and Firefox's `innerText` has none. */
const unprinted = /[\u00AD\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

/** The text as it is shown, `innerText`, with the characters that Firefox leaves out of it. */
export function shownText(element: Element): string {
  const text = innerTextOf(element);
  if (unprinted.test(text) || !unprinted.test(textContentOf(element))) return text;
  const walked = walkedText(element, () => '');
  return unprinted.test(walked) ? walked : text;
}

/**
 * The text as it is shown, like `innerText`, with the alternative text of pictures in their place: many sites
 * write emoji as pictures, and `innerText` loses them.
 */
export function pictureText(root: Element): string {
  return walkedText(root, picture => attributeOf(picture, 'alt') ?? '');
}

function walkedText(root: Element, pictured: (picture: Element) => string): string {
  const parts: string[] = [];
  let length = 0;
  // Blocks that touch share their line breaks: the greatest number counts, as in `innerText`.
  let owed = 0;
  let node: Node | null = root;
  while (node !== null && length <= longestText) {
    const { text, breaks, enter } = piece(node, pictured);
    owed = Math.max(owed, breaks);
    if (text !== '' && !(owed > 0 && text === ' ')) {
      parts.push('\n'.repeat(owed), text);
      length += text.length;
      owed = 0;
    }
    node = following(root, node, enter, block => {
      owed = Math.max(owed, breaksAround(block));
    });
  }
  return tidy(parts.join(''));
}

interface Piece {
  readonly text: string;
  /** Line breaks that are owed before the next words. */
  readonly breaks: number;
  /** Whether what stands inside is to be walked. */
  readonly enter: boolean;
}

function piece(node: Node, pictured: (picture: Element) => string): Piece {
  if (nodeTypeOf(node) === 3) return { text: textOf(node), breaks: 0, enter: false };
  if (!isElement(node)) return { text: '', breaks: 0, enter: false };
  const name = nameOf(node);
  if (name === 'br') return { text: '\n', breaks: 0, enter: false };
  if (silent.test(name) || isHidden(node)) return { text: '', breaks: 0, enter: false };
  if (name === 'img') return { text: pictured(node), breaks: 0, enter: false };
  return { text: '', breaks: breaksAround(node), enter: true };
}

/** The line breaks before and after an element (HTML, "rendered text collection steps"). */
function breaksAround(element: Element): number {
  if (!isBlock(element)) return 0;
  return nameOf(element) === 'p' ? 2 : 1;
}

/** White space as style sheets collapse it (CSS Text 3, section 4.1); a no-break space is not among it. */
const collapsible = /[ \t\n\r\f]+/g;

function textOf(node: Node): string {
  const parent = parentNodeOf(node);
  const keeps = parent instanceof Element && getComputedStyle(parent).whiteSpace.startsWith('pre');
  return keeps ? textContentOf(node) : textContentOf(node).replace(collapsible, ' ');
}

function isHidden(element: Element): boolean {
  const { display, visibility } = getComputedStyle(element);
  return display === 'none' || visibility === 'hidden' || visibility === 'collapse';
}

function isBlock(element: Element): boolean {
  return !/^(?:inline|contents|$)/.test(getComputedStyle(element).display);
}

function following(
  root: Element,
  node: Node,
  enter: boolean,
  onEnd: (element: Element) => void,
): Node | null {
  const child = enter ? firstChildOf(node) : null;
  if (child !== null) return child;
  for (let at: Node | null = node; at !== null && at !== root; at = parentNodeOf(at)) {
    if (isElement(at)) onEnd(at);
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
