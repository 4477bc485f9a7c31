import { eachText, wellFormed } from './well-formed.ts';

/** Longest string that a record holds, in UTF-16 units; the text artifact holds the whole text. */
export const longestText = 200_000;
/** Longest list that a record holds. */
export const longestList = 500;

/**
 * A copy of plain data whose strings are well-formed (a lone surrogate becomes U+FFFD, as
 * `String.prototype.toWellFormed` does) and no longer than {@link longestText}, and whose lists hold no more
 * than {@link longestList}. Pages choose these strings; the record must stay readable whatever they choose.
 */
export function bounded<T>(value: T): T {
  return eachText(value, boundedText, list => list.slice(0, longestList)) as T;
}

/** The string with lone surrogates replaced, cut to `limit` UTF-16 units. */
export function boundedText(text: string, limit = longestText): string {
  return wellFormed(text.length > limit ? text.slice(0, limit) : text);
}
