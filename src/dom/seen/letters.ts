import { textContentOf } from '../tree.ts';
import type { Box } from './box.ts';

/** White space that collapses (CSS Text 3, section 4.1); no-break spaces do not. */
export const collapsible = /[ \t\n\r\f]+/g;

const space = /^[ \t\n\r\f]+$/;
const manyLetters = 5_000;

/** How many words a text has. */
export function wordCount(text: string): number {
  return text.match(/[^\s\u200B]+/g)?.length ?? 0;
}

interface Letter {
  readonly text: string;
  readonly box: Box | undefined;
}

const segmenter =
  typeof Intl.Segmenter === 'function'
    ? new Intl.Segmenter(undefined, { granularity: 'grapheme' })
    : undefined;

/** The letters of a text with their boxes; words when it is very long. White space has no box. */
function lettersOf(node: Node): Letter[] {
  const text = textContentOf(node);
  const range = new Range();
  let at = 0;
  return partsOf(text).map(part => {
    const start = at;
    at += part.length;
    if (space.test(part)) return { text: part, box: undefined };
    Range.prototype.setStart.call(range, node, start);
    Range.prototype.setEnd.call(range, node, at);
    return { text: part, box: Range.prototype.getBoundingClientRect.call(range) };
  });
}

function partsOf(text: string): string[] {
  if (text.length > manyLetters) return text.match(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g) ?? [];
  return segmenter === undefined
    ? Array.from(text)
    : Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** The boxes of a text in the window, one per line; uses `range`. Empty for a text that is not drawn. */
export function linesOf(range: Range, node: Node): Box[] {
  Range.prototype.selectNodeContents.call(range, node);
  const rects: DOMRect[] = Array.from(Range.prototype.getClientRects.call(range));
  return rects.filter(({ width, height }) => width > 0 && height > 0);
}

/** The letters of a text for which `isSeen` holds, and how many words lost letters. */
export function seenPart(node: Node, isSeen: (letter: Box) => boolean): { text: string; lost: number } {
  let text = '';
  let lost = 0;
  let isLosing = false;
  for (const letter of lettersOf(node)) {
    const { box } = letter;
    if (box === undefined) {
      text += letter.text;
      isLosing = false;
      continue;
    }
    const isShown = box.right > box.left && box.bottom > box.top && isSeen(box);
    if (isShown) text += letter.text;
    else if (!isLosing) {
      lost += 1;
      isLosing = true;
    }
  }
  return { text, lost };
}

/** The lines of a text as they are laid out. */
export function splitLines(node: Node, isVertical: boolean): { text: string; box: Box }[] {
  const lines: { text: string; box: Box }[] = [];
  let before = '';
  for (const { text, box } of lettersOf(node)) {
    const last = lines.at(-1);
    if (box === undefined || box.right <= box.left) {
      before += text;
      continue;
    }
    if (last !== undefined && isSameLine(last.box, box, isVertical)) {
      last.text += before + text;
      last.box = {
        left: Math.min(last.box.left, box.left),
        top: Math.min(last.box.top, box.top),
        right: Math.max(last.box.right, box.right),
        bottom: Math.max(last.box.bottom, box.bottom),
      };
    } else lines.push({ text: before.trimStart() + text, box });
    before = '';
  }
  return lines;
}

function isSameLine(one: Box, other: Box, isVertical: boolean): boolean {
  return isVertical
    ? Math.min(one.right, other.right) > Math.max(one.left, other.left)
    : Math.min(one.bottom, other.bottom) > Math.max(one.top, other.top);
}

/** Letters that are read from right to left. */
export const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]|\uD802|\uD803|\uD83A|\uD83B/;
const leftToRight =
  /[A-Za-z\u00C0-\u02B8\u0370-\u058F\u0900-\u1FFF\u3040-\u318F\u4E00-\u9FFF\uAC00-\uD7A3\d]/;

/** Whether a text's first letter is read from right to left; undefined for a text without letters. */
export function readsFromRight(text: string): boolean | undefined {
  for (const letter of text) {
    if (rightToLeft.test(letter)) return true;
    if (leftToRight.test(letter)) return false;
  }
  return undefined;
}

const mirrored: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '<': '>',
  '>': '<',
  '«': '»',
  '»': '«',
};

/** A line whose letters style reverses, in the order in which they are read. */
export function backwards(line: string): string {
  return partsOf(line)
    .reverse()
    .map(letter => mirrored[letter] ?? letter)
    .join('');
}
