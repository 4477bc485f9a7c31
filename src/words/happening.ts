import { months } from './times.ts';

/** How the time of an item is known, in words. */
export const basisWords = {
  'machine-time': 'posted, by the page’s own machine-readable time',
  'derived-from-id': 'posted, worked out from the number of the post',
  recorded: 'only recorded then; when it was posted is not known',
  told: 'as told',
  'not-told': 'day not told',
} as const;

/** A calendar day in words: `2026-06-01` → `1 June 2026`. Throws a RangeError when it is not a date. */
export function dayWords(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) throw new RangeError('no day of the calendar');
  return `${at.getUTCDate()} ${months[at.getUTCMonth()] ?? ''} ${at.getUTCFullYear()}`;
}

/** `1 day`, `2 days`: for nouns whose plural ends in s. */
export function countWords(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The words with a capital at the beginning. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
