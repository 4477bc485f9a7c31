import { groupedBy } from '../model/grouped-by.ts';
import type { NoteId, OccasionNote } from '../model/note.ts';
import { type Doer, type Item, inOrder, isIncident, whoDid } from './items.ts';

/**
 * Items that make up one incident. `grouped` says who grouped them: the person, or the calendar, which groups what one
 * account or person did to one target on one day. Captures of one post whose time is not known stay together whenever
 * they were made, because recording it again is not a second occasion.
 */
export interface Occasion {
  readonly grouped: 'by-person' | 'by-day';
  /** The note in which the person grouped them. */
  readonly noteId?: NoteId;
  readonly label: string;
  readonly items: readonly Item[];
  /** The days on which its items happened, in order. Items without a day add none. */
  readonly days: readonly string[];
}

/**
 * How many occasions there were of one person, or one account that is attached to nobody, acting against one target. A
 * count only, with no legal meaning. `target` is empty when it is the person themselves, `doer` when nobody is known. A
 * capture of an account's own page counts only in a group made by the person, or when they gave it a category.
 */
export interface OccasionCount {
  readonly doer: string;
  /** Where an account that is attached to nobody is: the platform's id or a host. Absent for a person. */
  readonly place?: string;
  readonly target: string;
  readonly occasions: number;
  readonly groupedByPerson: number;
  readonly days: number;
  readonly items: number;
  /** How many of the items have only the day on which they were recorded, not the day on which they happened. */
  readonly recordedDays: number;
}

/** An occasion note and its id. */
interface Grouping {
  readonly id: NoteId;
  readonly note: OccasionNote;
}

/** Puts every item of the case in exactly one occasion, earliest first. */
export function occasionsOf(items: readonly Item[], groupings: readonly Grouping[]): readonly Occasion[] {
  const left = new Map(items.map(item => [item.key as string, item]));
  const grouped = groupings.flatMap(({ id, note: { label, captures, entries } }): readonly Occasion[] => {
    const members = [...captures, ...entries].flatMap(key => {
      const item = left.get(key);
      left.delete(key);
      return item === undefined ? [] : [item];
    });
    if (members.length === 0) return [];
    return [{ grouped: 'by-person', noteId: id, label, ...inDays(members) }];
  });
  return [...grouped, ...byDay([...left.values()])].toSorted(earlier);
}

/** The counts for every doer and target, most occasions first, an unknown doer last. */
export function countOccasions(occasions: readonly Occasion[]): readonly OccasionCount[] {
  const pairs = new Map<string, Pair>();
  for (const item of occasions.flatMap(actsIn))
    for (const doer of doersOrNobody(item))
      pairs.set(JSON.stringify([doer.key, item.target]), { doer, target: item.target });
  return [...pairs.values()]
    .map(pair => countOf(pair, occasions))
    .toSorted(
      (one, other) =>
        Number(one.doer === '') - Number(other.doer === '') ||
        other.occasions - one.occasions ||
        byName(one, other),
    );
}

interface Pair {
  readonly doer: Doer;
  readonly target: string;
}

function countOf({ doer, target }: Pair, occasions: readonly Occasion[]): OccasionCount {
  const isTheirs = (item: Item) =>
    item.target === target && doersOrNobody(item).some(({ key }) => key === doer.key);
  const theirs = occasions
    .map(each => ({ grouped: each.grouped, items: actsIn(each).filter(isTheirs) }))
    .filter(({ items }) => items.length > 0);
  const items = theirs.flatMap(each => each.items);
  return {
    doer: doer.label,
    ...(doer.place !== undefined && { place: doer.place }),
    target,
    occasions: theirs.length,
    groupedByPerson: theirs.filter(({ grouped }) => grouped === 'by-person').length,
    days: daysOf(items).length,
    items: items.length,
    recordedDays: items.filter(({ when }) => when.basis === 'recorded').length,
  };
}

function actsIn({ grouped, items }: Occasion): readonly Item[] {
  return grouped === 'by-person' ? items : items.filter(isIncident);
}

const nobodyKnown: Doer = { key: '', label: '' };

function doersOrNobody(item: Item): readonly Doer[] {
  const doers = whoDid(item);
  return doers.length === 0 ? [nobodyKnown] : doers;
}

function byName(one: OccasionCount, other: OccasionCount): number {
  const [a, b] = [one, other].map(({ doer, place, target }) => JSON.stringify([doer, place ?? '', target]));
  return a === undefined || b === undefined || a === b ? 0 : a < b ? -1 : 1;
}

/** Items are earliest first. An item without a day is an occasion of its own, since nothing ties it to another. */
function byDay(items: readonly Item[]): readonly Occasion[] {
  const firstDays = new Map<string, string>();
  const groups = groupedBy(items, item => {
    const doers = doersOrNobody(item).map(({ key }) => key);
    return JSON.stringify([dayOf(item, firstDays), doers.sort(), item.target]);
  });
  return [...groups.values()].map(members => ({ grouped: 'by-day', label: '', ...inDays(members) }));
}

/** The day that an item counts for. An undated post counts for the day on which it was first recorded. */
function dayOf(item: Item, firstDays: Map<string, string>): string {
  const day = item.when.day ?? item.key;
  const post = item.kind === 'exhibit' && item.when.basis === 'recorded' ? item.record.post : undefined;
  const name = post?.postId ?? post?.permalink;
  if (post === undefined || name === undefined) return day;
  const key = JSON.stringify([post.platform, name]);
  const first = firstDays.get(key) ?? day;
  firstDays.set(key, first);
  return first;
}

function inDays(members: readonly Item[]): Pick<Occasion, 'items' | 'days'> {
  const items = inOrder(members);
  return { items, days: daysOf(items) };
}

function daysOf(items: readonly Item[]): readonly string[] {
  return [...new Set(items.flatMap(({ when: { day } }) => (day === undefined ? [] : [day])))].sort();
}

function earlier(one: Occasion, other: Occasion): number {
  const [a, b] = [one.days[0] ?? '9999', other.days[0] ?? '9999'];
  return a < b ? -1 : a > b ? 1 : 0;
}
