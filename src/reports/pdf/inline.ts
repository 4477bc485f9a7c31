import type { DrawableCharacters } from './drawable.ts';
import { drawnRuns } from './drawable.ts';
import { attribute, type Element, hasClass, type Node } from './tree.ts';

/** How a stretch of text looks. `target` is the id of a place in the same document. */
export interface InlineStyle {
  readonly bold?: boolean;
  readonly color?: string;
  readonly fontSize?: number;
  readonly target?: string;
  /** Line feeds and spaces are kept. */
  readonly keepsLines?: boolean;
  /** A digest or a path. Not broken where it fits on a line: a hyphen at a line's end would be ambiguous. */
  readonly isCode?: boolean;
  readonly characters: DrawableCharacters;
  /** In a narrow place: the mark for undrawable text is short. */
  readonly isNarrow?: boolean;
}

/** One stretch as pdfmake takes it. `target` becomes a link once every place is known. */
export interface Inline {
  text: string;
  bold?: boolean;
  color?: string;
  fontSize?: number;
  target?: string;
  linkToDestination?: string;
  noWrap?: boolean;
}

export const colours = {
  text: '#1a1a1a',
  quiet: '#4a4a4a',
  link: '#0b3d91',
  mark: '#7a4100',
  unseen: '#8a1c1c',
  line: '#8a8a8a',
} as const;

/** Longest code, in characters, that fits on a line of its own and is not broken. */
const longestCode = 70;

/** The text of the nodes, in stretches of one look. White space is collapsed as in a browser. */
export function inlinesOf(nodes: readonly Node[], style: InlineStyle): Inline[] {
  const found: Inline[] = [];
  collect(nodes, style, found);
  return style.keepsLines ? found : tidied(found);
}

function collect(nodes: readonly Node[], style: InlineStyle, found: Inline[]): void {
  for (const node of nodes) {
    if (typeof node === 'string') found.push(...drawn(node, style));
    else if (node.tag === 'br') found.push({ text: '\n' });
    else collect(node.children, styleOf(node, style), found);
    if (typeof node !== 'string' && hasClass(node, 'label')) found.push({ text: '\n' });
  }
}

function drawn(text: string, style: InlineStyle): Inline[] {
  const spaced = style.keepsLines ? text : text.replace(/[ \t\r\n]+/g, ' ');
  return drawnRuns(spaced, style.bold === true, style.characters, style.isNarrow).map(run => ({
    text: run.text,
    ...(run.kind === 'drawn' && run.bold && { bold: true }),
    ...(run.kind === 'mark'
      ? { color: colours.mark, bold: false }
      : style.color !== undefined && { color: style.color }),
    ...(style.fontSize !== undefined && { fontSize: style.fontSize }),
    ...(style.isCode === true && style.isNarrow !== true && text.length <= longestCode && { noWrap: true }),
    ...(style.target !== undefined && { target: style.target }),
  }));
}

function styleOf(element: Element, style: InlineStyle): InlineStyle {
  const { tag } = element;
  if (hasClass(element, 'label')) return { ...style, bold: true, color: colours.mark, fontSize: 11 };
  if (tag === 'strong' || tag === 'b' || tag === 'dfn' || tag === 'th') return { ...style, bold: true };
  if (tag === 'code') return { ...style, fontSize: 8, isCode: true };
  if (tag === 'a') {
    const href = attribute(element, 'href');
    return href?.startsWith('#') ? { ...style, target: href.slice(1), color: colours.link } : style;
  }
  if (hasClass(element, 'unseen')) return { ...style, color: colours.unseen };
  if (hasClass(element, 'absent') || hasClass(element, 'aside')) return { ...style, color: colours.quiet };
  return style;
}

/** Removes spaces at the beginning and end of a line, and repeated spaces. */
function tidied(found: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  let isOpen = false;
  for (const inline of found) {
    const text: string = isOpen ? inline.text : inline.text.replace(/^ +/, '');
    if (text === '') continue;
    if (text === '\n') trimEnd(result);
    isOpen = !/[ \n]$/.test(text);
    result.push({ ...inline, text });
  }
  trimEnd(result);
  return result;
}

function trimEnd(result: Inline[]): void {
  const last = result.at(-1);
  if (last === undefined || last.text === '\n') return;
  last.text = last.text.replace(/ +$/, '');
  if (last.text === '') result.pop();
}
