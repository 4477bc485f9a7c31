import { attributeOf, childNodesOf, closestOf, isElement, nameOf, parentOf } from '../tree.ts';
import type { Counters, Pseudo } from './counters.ts';
import { numeral } from './numerals.ts';

/** Private-use characters, which icon fonts use for pictures, not words. */
const signs = /[\uE000-\uF8FF]|[\u{F0000}-\u{10FFFD}]/gu;

/** The text of generated content; undefined where a counter's style is not known. */
export function contentText(
  element: Element,
  pseudo: Pseudo,
  style: CSSStyleDeclaration,
  known: { readonly counters: Counters; readonly quotes: Quotes },
): string | undefined {
  let text = '';
  for (const [part] of style.content.matchAll(piece)) {
    if (part === '/') break;
    const written = partText(part, element, pseudo, style, known);
    if (written === undefined) return undefined;
    text += written;
  }
  return text.replace(signs, '');
}

const piece = /"(?:[^"\\]|\\.)*"|[a-z-]+\((?:"(?:[^"\\]|\\.)*"|[^()"]|\([^()]*\))*\)|[a-z-]+|\//gs;

function partText(
  part: string,
  element: Element,
  pseudo: Pseudo,
  style: CSSStyleDeclaration,
  { counters, quotes }: { readonly counters: Counters; readonly quotes: Quotes },
): string | undefined {
  if (part.startsWith('"')) return unescaped(part);
  const attribute = /^attr\(\s*([\w-]+)/.exec(part)?.[1];
  if (attribute !== undefined) return attributeOf(element, attribute) ?? '';
  const counter = /^counters?\(\s*([\w-]+)\s*(?:,\s*("(?:[^"\\]|\\.)*"))?\s*(?:,\s*([\w-]+))?\s*\)$/.exec(
    part,
  );
  if (counter !== null) {
    const [, name = '', between, kind = 'decimal'] = counter;
    const values = counters.valuesAt(element, pseudo, name);
    const shown = part.startsWith('counters(') ? values : values.slice(-1);
    const written = shown.map(value => numeral(value, kind));
    return written.includes(undefined) ? undefined : written.join(unescaped(between ?? '""'));
  }
  return /-quote$/.test(part) ? quotes.next(part, element, style) : '';
}

function unescaped(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replace(/\\([0-9a-fA-F]{1,6})\s?|\\(.)/gs, (_, code: string | undefined, letter: string | undefined) =>
      code === undefined
        ? (letter ?? '')
        : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
    );
}

/** Counts the nesting of quotations, and knows the quotation marks of some languages. */
export class Quotes {
  #depth = 0;

  next(part: string, element: Element, style: CSSStyleDeclaration): string {
    if (part.endsWith('close-quote')) this.#depth = Math.max(0, this.#depth - 1);
    const marks = marksOf(element, style);
    const pair = marks[Math.min(this.#depth, marks.length - 1)];
    if (part.endsWith('open-quote')) this.#depth += 1;
    if (part.startsWith('no-') || pair === undefined) return '';
    return part.startsWith('open') ? pair[0] : pair[1];
  }
}

type Pair = readonly [open: string, close: string];

function marksOf(element: Element, style: CSSStyleDeclaration): readonly Pair[] {
  const { quotes } = style;
  if (quotes === 'none') return [];
  const written = Array.from((quotes ?? '').matchAll(/"(?:[^"\\]|\\.)*"/g), ([mark]) => unescaped(mark));
  if (written.length >= 2) {
    return written.flatMap((mark, at) => (at % 2 === 0 ? [[mark, written[at + 1] ?? ''] as const] : []));
  }
  const tagged = closestOf(element, '[lang]');
  const language = (tagged && attributeOf(tagged, 'lang'))?.split('-')[0]?.toLowerCase() ?? 'en';
  return (
    marksIn[language] ?? [
      ['“', '”'],
      ['‘', '’'],
    ]
  );
}

const marksIn: Readonly<Record<string, readonly Pair[]>> = {
  de: [
    ['„', '“'],
    ['‚', '‘'],
  ],
  fr: [['«', '»']],
  es: [
    ['«', '»'],
    ['“', '”'],
  ],
  it: [
    ['«', '»'],
    ['“', '”'],
  ],
  ru: [
    ['«', '»'],
    ['„', '“'],
  ],
  pl: [
    ['„', '”'],
    ['«', '»'],
  ],
  ja: [
    ['「', '」'],
    ['『', '』'],
  ],
};

/** The marker of a list item: its number or sign. Empty for a bullet, undefined for an unknown style. */
export function markerText(
  item: Element,
  style: CSSStyleDeclaration,
  numbers: ListNumbers,
): string | undefined {
  const kind = style.listStyleType;
  if (/^["']/.test(kind)) return unescaped(kind).replace(signs, '');
  if (style.listStyleImage !== 'none' && style.listStyleImage !== '') return '';
  const number = numeral(1, kind) === '' ? '' : numeral(numbers.of(item), kind);
  return number === undefined || number === '' ? number : `${number}. `;
}

/** The numbers of list items, each list counted once. */
export class ListNumbers {
  readonly #known = new Map<Element, number>();

  of(item: Element): number {
    if (!this.#known.has(item)) this.#count(parentOf(item) ?? item);
    return this.#known.get(item) ?? 1;
  }

  #count(list: Element): void {
    const items = childNodesOf(list)
      .filter(isElement)
      .filter(child => getComputedStyle(child).display.includes('list-item'));
    const isReversed = nameOf(list) === 'ol' && attributeOf(list, 'reversed') !== undefined;
    const start = Number.parseInt(attributeOf(list, 'start') ?? '', 10);
    let next = Number.isNaN(start) ? (isReversed ? items.length : 1) : start;
    for (const item of items) {
      const written =
        nameOf(item) === 'li' ? Number.parseInt(attributeOf(item, 'value') ?? '', 10) : Number.NaN;
      if (!Number.isNaN(written)) next = written;
      this.#known.set(item, next);
      next += isReversed ? -1 : 1;
    }
  }
}
