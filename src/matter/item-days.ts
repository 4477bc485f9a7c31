import { accountLabel, type Item } from './items.ts';
import { platformName } from './platform-names.ts';

/** The items of one account, or of those without an account, counted by column. */
export interface ItemSeries {
  readonly label: string;
  readonly total: number;
  /** Column, counted from 0 → number of items. Columns without items are absent. */
  readonly counts: ReadonlyMap<number, number>;
}

/** Items by day in the United Kingdom, or by week from Monday when they span more than sixty days. */
export interface ItemDays {
  readonly unit: 'day' | 'week';
  /** The first day of the first column, YYYY-MM-DD, and the number of columns. */
  readonly first: string;
  readonly columns: number;
  /** Most items first; at most `mostSeries`. When there are more, the last series holds all the others. */
  readonly series: readonly ItemSeries[];
  /** Items without a day, which are in no column. */
  readonly undated: number;
}

const mostDays = 60;
const mostSeries = 8;
const dayMilliseconds = 86_400_000;

/** Counts the items by day and account. Undefined when no item has a day. */
export function itemDays(items: readonly Item[]): ItemDays | undefined {
  const dated = items.flatMap(item => (item.when.day === undefined ? [] : [{ item, day: item.when.day }]));
  const days = dated.map(({ day }) => dayNumber(day)).toSorted((one, other) => one - other);
  const [earliest, latest] = [days[0], days.at(-1)];
  if (earliest === undefined || latest === undefined) return undefined;
  const unit = latest - earliest >= mostDays ? 'week' : 'day';
  const size = unit === 'week' ? 7 : 1;
  const first = unit === 'week' ? mondayOf(earliest) : earliest;
  // Keyed by the account itself, since two accounts may have the same name.
  const groups = new Map<object | string, { readonly label: string; readonly columns: number[] }>();
  for (const { item, day } of dated) {
    const label = seriesLabel(item);
    const key = item.kind === 'exhibit' && item.by !== undefined ? item.by.account : label;
    const group = groups.get(key) ?? { label, columns: [] };
    group.columns.push(Math.floor((dayNumber(day) - first) / size));
    groups.set(key, group);
  }
  return {
    unit,
    first: dayOf(first),
    columns: Math.floor((latest - first) / size) + 1,
    series: atMost(mostSeries, [...groups.values()]).map(seriesOf),
    undated: items.length - dated.length,
  };
}

/** The first day of a column, YYYY-MM-DD. */
export function columnDay({ unit, first }: Pick<ItemDays, 'unit' | 'first'>, column: number): string {
  return dayOf(dayNumber(first) + column * (unit === 'week' ? 7 : 1));
}

interface Group {
  readonly label: string;
  readonly columns: readonly number[];
}

function atMost(most: number, groups: readonly Group[]): readonly Group[] {
  const sorted = groups.toSorted((one, other) => other.columns.length - one.columns.length);
  if (sorted.length <= most) return sorted;
  const rest = sorted.slice(most - 1);
  const others = { label: `${rest.length} others`, columns: rest.flatMap(({ columns }) => columns) };
  return [...sorted.slice(0, most - 1), others];
}

function seriesOf({ label, columns }: Group): ItemSeries {
  const counts = new Map<number, number>();
  for (const column of columns) counts.set(column, (counts.get(column) ?? 0) + 1);
  return { label, total: columns.length, counts };
}

function seriesLabel(item: Item): string {
  if (item.kind === 'diary') return 'Diary entries';
  if (item.by === undefined) return 'Pages without an account';
  return `${accountLabel(item.by.account)}, ${platformName(item.by.account.name.platform)}`;
}

/** Days since 1 January 1970. */
function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / dayMilliseconds);
}

function dayOf(number: number): string {
  return new Date(number * dayMilliseconds).toISOString().slice(0, 10);
}

/** 1 January 1970 was a Thursday. */
function mondayOf(number: number): number {
  return number - ((((number + 3) % 7) + 7) % 7);
}
