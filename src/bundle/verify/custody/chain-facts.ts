import type { CustodyEvent } from '../../../model/custody.ts';

/** An event's place as findings name it. */
export function lineOf({ sequence }: Pick<CustodyEvent, 'sequence'>): string {
  return `custody.jsonl:${sequence}`;
}

/** A detail that is text; undefined when there is none with this name or it is not text. */
export function textIn({ detail }: Pick<CustodyEvent, 'detail'>, name: string): string | undefined {
  const value = Object.hasOwn(detail, name) ? detail[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** A detail that is a list of texts; undefined when there is none with this name or it is something else. */
export function listIn(
  { detail }: Pick<CustodyEvent, 'detail'>,
  name: string,
): readonly string[] | undefined {
  const value = Object.hasOwn(detail, name) ? detail[name] : undefined;
  return Array.isArray(value) ? value : undefined;
}

/** A bundle's text in a form that a sentence can quote: never longer than a line. */
export function quoted(text: string): string {
  const letters = Array.from(text.slice(0, 400));
  return letters.length > longestQuote ? `“${letters.slice(0, longestQuote).join('')}…”` : `“${text}”`;
}

const longestQuote = 80;

/** The first names of a list, for a sentence, and how many more there are. */
export function firstOf(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed).join(', ');
  return names.length > mostNamed ? `${shown} and ${names.length - mostNamed} more` : shown;
}

const mostNamed = 5;
