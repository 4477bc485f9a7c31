import type { Unread, VisibleParts } from '../../messaging/page-protocol.ts';
import type { CaptureCheck } from '../../model/capture-check.ts';
import { align, type Gap } from './align.ts';

/** How far boxes may lie from their place on the page, in CSS pixels, beyond how far the parts before moved. */
const tolerance = 8;
/** How much the size of a box may differ, as a share of its own size. */
const share = 0.05;
/** How many words of a place are quoted. */
const mostSaid = 8;

/** The differences between a page and its copy, in the page's order. `y` counts from the page's top, in CSS pixels. */
export interface CopyDifferences {
  /** How many words, and how many pictures, drawings, fields and other boxes were compared. */
  readonly words: number;
  readonly boxes: number;
  readonly missing: readonly Difference[];
  readonly extra: readonly Difference[];
  readonly moved: readonly Difference[];
}

export interface Difference {
  /** How many words it has, or 0 for a box. */
  readonly words: number;
  readonly what: string;
  readonly y: number;
}

interface Part {
  readonly kind: string;
  readonly words: string;
  readonly isMoving: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Compares what a page shows with what its copy shows: every word in order, and every box. */
export function compareParts(page: VisibleParts, copy: VisibleParts): CopyDifferences {
  const [shown, drawn] = [partsOf(page), partsOf(copy)];
  const { pairs, gaps } = align(shown.map(keyOf), drawn.map(keyOf));
  const missing: Difference[] = [];
  const extra: Difference[] = [];
  for (const gap of gaps) {
    const lost = differences(shown, gap.left);
    const gained = differences(drawn, gap.right);
    missing.push(...without(lost, gained));
    extra.push(...without(gained, lost));
  }
  const words = shown.reduce((sum, { kind, words }) => sum + (kind === 'w' ? wordsIn(words).length : 0), 0);
  const boxes = shown.filter(({ kind }) => kind !== 'w').length;
  return { words, boxes, missing, extra, moved: movedParts(shown, drawn, pairs) };
}

function partsOf({ kinds, words, boxes, view }: VisibleParts): Part[] {
  return Array.from(kinds, (letter, at) => {
    const [x = 0, y = 0, width = 0, height = 0] = boxes.slice(at * 4, at * 4 + 4);
    const kind = letter.toLowerCase();
    return {
      ...{ kind, words: printable(words[at] ?? ''), isMoving: letter !== kind },
      ...{ x: x + view.x, y: y + view.y, width, height },
    };
  });
}

/** HTML cannot hold some control characters, so a parser replaces each; replaced on both sides, they compare equal. */
function printable(text: string): string {
  return text.replace(/(?!\s)[\p{Cc}\uFFFD]/gu, '\uFFFD');
}

function keyOf({ kind, words }: Part): string {
  return kind + words;
}

function wordsIn(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}

/** The differences within a stretch, word by word. What an animation may be moving is no difference. */
function differences(parts: readonly Part[], [from, to]: Gap['left']): Difference[] {
  return parts
    .slice(from, to)
    .filter(({ isMoving }) => !isMoving)
    .flatMap(({ kind, words, y }) =>
      kind === 'w'
        ? wordsIn(words).map(what => ({ words: 1, what, y }))
        : [{ words: 0, what: boxNames[kind] ?? 'a box', y }],
    );
}

const boxNames: Readonly<Record<string, string>> = {
  p: 'a picture',
  d: 'a drawing',
  f: 'a field',
  b: 'a frame or film',
};

/** The entries that the other list lacks; adjacent words are joined into one. */
function without(list: readonly Difference[], other: readonly Difference[]): Difference[] {
  const there = new Map<string, number>();
  for (const { what } of other) there.set(what, (there.get(what) ?? 0) + 1);
  const left: Difference[] = [];
  let isBeside = false;
  for (const each of list) {
    const count = there.get(each.what) ?? 0;
    if (count > 0) {
      there.set(each.what, count - 1);
      isBeside = false;
      continue;
    }
    const last = left.at(-1);
    if (isBeside && last !== undefined && last.words > 0 && each.words > 0) {
      left.splice(-1, 1, { ...last, words: last.words + 1, what: `${last.what} ${each.what}` });
    } else left.push(each);
    isBeside = true;
  }
  return left;
}

/** Parts that moved differently from those before them: a stretch that moves as a whole counts once. */
function movedParts(
  shown: readonly Part[],
  drawn: readonly Part[],
  pairs: readonly (readonly [number, number])[],
): Difference[] {
  const moved: Difference[] = [];
  let shifts: (readonly [x: number, y: number])[] = [[0, 0]];
  for (const [at, other] of pairs) {
    const [before, after] = [shown[at], drawn[other]];
    if (before === undefined || after === undefined || before.isMoving || after.isMoving) continue;
    const shift = [after.x - before.x, after.y - before.y] as const;
    const isKnown = shifts.some(known => isNear(known, shift));
    // Browsers draw unprintable characters with different widths.
    const isSame =
      before.words.includes('\uFFFD') ||
      (isAlike(before.width, after.width) && isAlike(before.height, after.height));
    if (!isKnown || !isSame) moved.push(movedPart(before));
    // Keep the last few shifts: a part that moved alone does not change where its neighbours belong.
    if (!isKnown || !isNear(shifts.at(-1) ?? shift, shift)) shifts = [...shifts.slice(-3), shift];
    else shifts = [...shifts.slice(0, -1), shift];
  }
  return moved;
}

function movedPart({ kind, words, y }: Part): Difference {
  return kind === 'w'
    ? { words: wordsIn(words).length, what: words, y }
    : { words: 0, what: boxNames[kind] ?? 'a box', y };
}

function isNear([x, y]: readonly [number, number], [otherX, otherY]: readonly [number, number]): boolean {
  return Math.abs(x - otherX) <= tolerance && Math.abs(y - otherY) <= tolerance;
}

function isAlike(one: number, other: number): boolean {
  return Math.abs(one - other) <= Math.max(tolerance, one * share);
}

/** The check of the copy: its result, and what was compared or what differs, in plain words. */
export function copyCheck(
  page: VisibleParts,
  copy: VisibleParts,
  unread: readonly Unread[],
): Omit<CaptureCheck, 'check'> {
  const found = compareParts(page, copy);
  const sentences = differenceSentences(found);
  const compared = comparedSentence(found, page.isCut || copy.isCut);
  const absent = unread.map(({ detail }) => detail).join(', ');
  if (sentences.length === 0) {
    return { result: 'held', detail: absent === '' ? compared : `${compared} Not in the copy: ${absent}.` };
  }
  const why = excuse(found, unread);
  if (why === undefined) return { result: 'failed', detail: sentences.join(' ') };
  return {
    result: 'held',
    detail: `All ${found.words} words of the page are in the copy, in order. It looks otherwise, because browsers do not let extensions read ${why}. ${sentences.join(' ')}`,
  };
}

/**
 * What from other sites explains the differences: without a style sheet words may be shown and moved, without a font
 * they may be moved. Nothing explains a missing word. Undefined when nothing explains them.
 */
function excuse({ missing, extra }: CopyDifferences, unread: readonly Unread[]): string | undefined {
  if (missing.some(({ words }) => words > 0)) return undefined;
  const kinds: readonly Unread['kind'][] =
    extra.length > 0 || missing.length > 0 ? ['style'] : ['style', 'font'];
  const causes = unread.filter(({ kind }) => kinds.includes(kind)).map(({ detail }) => detail);
  return causes.length === 0 ? undefined : causes.join(', ');
}

function comparedSentence({ words, boxes }: CopyDifferences, isCut: boolean): string {
  const part = isCut ? ' the first part of the page was compared:' : '';
  return `The copy was drawn once, without programs, and looked at beside the page:${part} ${count(words, 'word')} and ${count(boxes, 'picture, field or other box', 'pictures, fields and other boxes')} stand as they did.`;
}

function differenceSentences({ missing, extra, moved }: CopyDifferences): string[] {
  return [
    ...said(missing, 'The copy lacks', 'that the page showed'),
    ...said(extra, 'The copy shows', 'that the page did not show'),
    ...movedSentence(moved),
  ];
}

function said(found: readonly Difference[], verb: string, which: string): string[] {
  const [first] = found;
  if (first === undefined) return [];
  const words = found.reduce((sum, each) => sum + each.words, 0);
  const boxes = found.filter(each => each.words === 0).length;
  const counts = [
    ...(words > 0 ? [count(words, 'word')] : []),
    ...(boxes > 0
      ? [count(boxes, 'picture, drawing or other box', 'pictures, drawings or other boxes')]
      : []),
  ];
  const isOne = words + boxes === 1;
  return [`${verb} ${counts.join(' and ')} ${which}, ${isOne ? '' : 'the first '}${placeOf(first)}.`];
}

function movedSentence(moved: readonly Difference[]): string[] {
  const [first] = moved;
  if (first === undefined) return [];
  const isOne = moved.length === 1;
  return [
    isOne
      ? `1 part stands elsewhere in the copy, or has another size: ${placeOf(first)}.`
      : `${moved.length} parts stand elsewhere in the copy, or have another size, the first ${placeOf(first)}.`,
  ];
}

function placeOf({ words, what, y }: Difference): string {
  const list = what.split(' ');
  const shown =
    words === 0
      ? what
      : `“${list.slice(0, mostSaid).join(' ').slice(0, 120)}${list.length > mostSaid ? ' …' : ''}”`;
  return `at ${Math.max(0, Math.round(y))} px below the page’s top: ${shown}`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
