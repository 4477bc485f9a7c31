import { isIncident } from '../../matter/items.ts';
import type { Matter } from '../../matter/matter.ts';
import { dayWords } from '../../words/happening.ts';
import { legalFactWords, type TimeLimit } from './offence.ts';

/** The last incident of a case. When `basis` is `recorded`, it may have been earlier than `day`. */
export interface LastIncident {
  readonly day: string;
  readonly basis: 'known' | 'recorded';
}

const words: Readonly<Record<TimeLimit, string>> = {
  'six-months': 'Six months. Of a course of conduct, they run from the last incident.',
  'three-years':
    'Three years from the act, and six months from the day on which enough evidence reached the prosecutor.',
  knowledge:
    'Six months from the day on which the prosecutor knew of enough evidence, and three years from the act at most.',
  none: 'No limit of six months: it can go to a higher court.',
  'not-an-offence': 'Does not apply.',
  'not-known': 'Ask the police or a lawyer.',
};

/** The time limit in words, marked where it was not read in a source. */
export function limitWords(limit: TimeLimit, confirmed: boolean): string {
  return legalFactWords({ text: words[limit], confirmed: confirmed && limit !== 'not-known' });
}

/** The latest day on which something was done, as posted or as stated; undefined when no item has a day. */
export function lastIncidentOf({ items }: Pick<Matter, 'items'>): LastIncident | undefined {
  const acts = items.filter(isIncident);
  const days = (recorded: boolean) =>
    acts.flatMap(({ when: { basis, day } }) =>
      day !== undefined && (basis === 'recorded') === recorded ? [day] : [],
    );
  const known = days(false).sort().at(-1);
  if (known !== undefined) return { day: known, basis: 'known' };
  const recorded = days(true).sort().at(-1);
  return recorded === undefined ? undefined : { day: recorded, basis: 'recorded' };
}

/**
 * The day six calendar months after a day, both YYYY-MM-DD: the same day of the month, or the last day of a shorter
 * month.
 */
export function sixMonthsAfter(day: string): string {
  const [year = 0, month = 1, number = 1] = day.split('-').map(Number);
  const sixth = month - 1 + 6;
  const lastOfMonth = new Date(Date.UTC(year, sixth + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, sixth, Math.min(number, lastOfMonth))).toISOString().slice(0, 10);
}

/**
 * What the dates of a case mean for offences with a limit of six months. Information, not advice: it never says that it
 * is too late.
 */
export function summaryOnlyWords(last: LastIncident | undefined): readonly string[] {
  if (last === undefined)
    return ['No day of an incident is known. Time limits may apply. Ask the police or a lawyer now.'];
  const ends = dayWords(sixMonthsAfter(last.day));
  if (last.basis === 'recorded')
    return [
      `The day of the last incident is not known. It was recorded on ${dayWords(last.day)}, and happened then or before. Counted from that day six months end on ${ends}; if it happened before, they end before. Ask the police or a lawyer now.`,
    ];
  return [
    `Last incident ${dayWords(last.day)}; six months end on ${ends}. Ask the police or a lawyer now.`,
    'For one message by itself, time runs from that message. Earlier incidents can still be part of a course of conduct.',
  ];
}
