import { eachText, wellFormed } from './well-formed.ts';

/** Longest string that a record holds, in UTF-16 units; the text artifact holds the whole text. */
export const longestText = 200_000;
/** Longest list that a record holds. */
export const longestList = 500;

/**
 * A copy of plain data within a record's bounds, because pages choose these strings: strings are well-formed (a lone
 * surrogate becomes U+FFFD, as in `String.prototype.toWellFormed`) and at most {@link longestText} long, lists hold at
 * most {@link longestList} elements.
 */
export function bounded<T>(value: T): T {
  return eachText(value, boundedText, list => list.slice(0, longestList)) as T;
}

/** The string with lone surrogates replaced, cut to `limit` UTF-16 units. */
export function boundedText(text: string, limit = longestText): string {
  return wellFormed(text.length > limit ? text.slice(0, limit) : text);
}
