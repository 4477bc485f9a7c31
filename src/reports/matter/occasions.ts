import type { OccasionNote } from '../../model/note.ts';
import { doersOf, type Item, inOrder } from './items.ts';

/**
 * Items that make up one incident. `grouped` says who put them together: the person, or the calendar, which puts
 * together what one account or person did to one target on one day.
 */
export interface Occasion {
  readonly grouped: 'by-person' | 'by-day';
  readonly label: string;
  readonly items: readonly Item[];
  /** The days on which its items happened, in their order; items without a day add none. */
  readonly days: readonly string[];
}

/**
 * How many occasions one person, or one account that is attached to nobody, made for one target. It counts and
 * says nothing of what the law makes of it. `target` is empty for the person themselves.
 */
export interface OccasionCount {
  readonly doer: string;
  readonly target: string;
  readonly occasions: number;
  readonly groupedByPerson: number;
  readonly days: number;
  readonly items: number;
}

/** Every item of the case in exactly one occasion, earliest first. */
export function occasionsOf(items: readonly Item[], notes: readonly OccasionNote[]): readonly Occasion[] {
  const left = new Map(items.map(item => [item.key as string, item]));
  const grouped = notes.flatMap(({ label, captures, entries }): readonly Occasion[] => {
    const members = [...captures, ...entries].flatMap(key => {
      const item = left.get(key);
      left.delete(key);
      return item === undefined ? [] : [item];
    });
    return members.length === 0 ? [] : [occasion('by-person', label, members)];
  });
  return [...grouped, ...byDay([...left.values()])].toSorted(earlier);
}

/** The counts of every doer and target, most occasions first. An item by nobody known is counted under ''. */
export function countOccasions(occasions: readonly Occasion[]): readonly OccasionCount[] {
  const pairs = new Map<string, { readonly doer: string; readonly target: string }>();
  for (const item of occasions.flatMap(({ items }) => items))
    for (const doer of doersOrNobody(item))
      pairs.set(JSON.stringify([doer, item.target]), { doer, target: item.target });
  return [...pairs.values()]
    .map(pair => countOf(pair, occasions))
    .toSorted((one, other) => other.occasions - one.occasions || (one.doer < other.doer ? -1 : 1));
}

function countOf(
  { doer, target }: { readonly doer: string; readonly target: string },
  occasions: readonly Occasion[],
): OccasionCount {
  const isTheirs = (item: Item) => item.target === target && doersOrNobody(item).includes(doer);
  const theirs = occasions.filter(({ items }) => items.some(isTheirs));
  const items = theirs.flatMap(each => each.items.filter(isTheirs));
  return {
    doer,
    target,
    occasions: theirs.length,
    groupedByPerson: theirs.filter(({ grouped }) => grouped === 'by-person').length,
    days: daysOf(items).length,
    items: items.length,
  };
}

function doersOrNobody(item: Item): readonly string[] {
  const doers = doersOf(item);
  return doers.length === 0 ? [''] : doers;
}

/** What has no day stands by itself: nothing says that it belongs to anything else. */
function byDay(items: readonly Item[]): readonly Occasion[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = JSON.stringify([item.when.day ?? item.key, [...doersOrNobody(item)].sort(), item.target]);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].map(members => occasion('by-day', '', members));
}

function occasion(grouped: Occasion['grouped'], label: string, members: readonly Item[]): Occasion {
  const items = inOrder(members);
  return { grouped, label, items, days: daysOf(items) };
}

function daysOf(items: readonly Item[]): readonly string[] {
  return [...new Set(items.flatMap(({ when: { day } }) => (day === undefined ? [] : [day])))].sort();
}

function earlier(one: Occasion, other: Occasion): number {
  const [a, b] = [one.days[0] ?? '9999', other.days[0] ?? '9999'];
  return a < b ? -1 : a > b ? 1 : 0;
}
