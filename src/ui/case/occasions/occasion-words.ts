import { type Item, whoDid } from '../../../matter/items.ts';
import type { Happening } from '../../../matter/moments.ts';
import type { Occasion, OccasionCount } from '../../../matter/occasions.ts';
import { platformName } from '../../../matter/platform-names.ts';
import type { OccasionNote } from '../../../model/note.ts';
import { londonWords } from '../../../words/times.ts';
import { dayWords } from '../../parts/days.ts';

/** When something happened and how that is known: `posted 1 June 2025, 13:34:56 BST`. */
export function happeningWords({ basis, at = '', day = '', statedTime }: Happening): string {
  const time = statedTime === undefined ? '' : `, ${statedTime}`;
  switch (basis) {
    case 'machine-time':
      return `posted ${londonWords(at)}`;
    case 'derived-from-id':
      return `posted about ${londonWords(at)}, worked out from its number`;
    case 'recorded':
      return `recorded ${londonWords(at)}; the time of posting was not found`;
    case 'told':
      return `${dayWords(day)}${time}`;
    case 'not-told':
      return `No day given${time}`;
  }
}

/** The days of an occasion: the only one, or the first and the last with the number of days. */
export function daysWords(days: readonly string[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return 'No day given';
  if (first === last) return dayWords(first);
  return `${dayWords(first)} to ${dayWords(last)}, on ${days.length} days`;
}

/** Who did it, as far as it is known: a person’s name, or an account with its platform. */
export function doerNames(item: Item): readonly string[] {
  return whoDid(item).map(({ label, place }) => doerWords({ doer: label, place }));
}

/** A person’s name, an account with its platform, or the words for nobody known. */
export function doerWords({
  doer,
  place,
}: {
  readonly doer: string;
  readonly place?: string | undefined;
}): string {
  if (doer === '') return 'Not said who did it';
  return place === undefined ? doer : `${doer} on ${platformName(place)}`;
}

/**
 * The counts as plain facts, one sentence each. When nobody is known only the amounts are given, since it need not be
 * one person’s doing.
 */
export function countSentences(count: OccasionCount): readonly string[] {
  const { occasions, days, items, groupedByPerson, recordedDays } = count;
  return [
    ...(count.doer === '' ? [] : [`At least two occasions: ${occasions >= 2 ? 'yes' : 'no'}.`]),
    `${plural(occasions, 'occasion')}${days === 0 ? '' : ` on ${plural(days, 'day')}`}, ${plural(items, 'item')}.`,
    ...(groupedByPerson > 0 ? [`${groupedByPerson} of the occasions you put together yourself.`] : []),
    ...(recordedDays > 0
      ? [`Of ${recordedDays} of the items only the day of recording is known, not the day of posting.`]
      : []),
  ];
}

/** `1 day`, `4 days`. */
export function plural(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** The note that groups exactly these items. */
export function occasionNoteOf(label: string, items: readonly Item[]): OccasionNote {
  return {
    kind: 'occasion',
    label: label.trim(),
    captures: items.flatMap(item => (item.kind === 'exhibit' ? [item.record.id] : [])),
    entries: items.flatMap(item => (item.kind === 'diary' ? [item.key] : [])),
  };
}

/** The name of an occasion in a list: its label, else its days. */
export function occasionName({ label, days }: Occasion): string {
  return label === '' ? daysWords(days) : label;
}
