import { daySchema } from '../../model/preservation.ts';

const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Explains how a day may be written into a field. */
export const dayHint = 'Day, month and year, for example 27 March 2026 or 27/3/2026.';

/** A calendar day in words: `2026-11-21` → `21 November 2026`. */
export function dayWords(day: string): string {
  return words.format(new Date(`${day}T00:00:00Z`));
}

/**
 * The day that a person wrote, as YYYY-MM-DD: `21 November 2026`, `21/11/2026` or `2026-11-21`. The day comes before
 * the month, as in the United Kingdom. Undefined when it is not a date from 2000 to 2999.
 */
export function dayIn(text: string): string | undefined {
  const parts =
    /^(?<year>2\d{3})-(?<month>\d\d)-(?<day>\d\d)$/.exec(text.trim()) ??
    /^(?<day>\d\d?)[\s./-]+(?<month>\d\d?|[a-z]{3,9})[\s./,-]+(?<year>2\d{3})$/i.exec(text.trim());
  const { day = '', month = '', year = '' } = parts?.groups ?? {};
  const named = months.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const number = named === 0 ? month : String(named);
  return daySchema.safeParse(`${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`).data;
}
