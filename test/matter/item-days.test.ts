import { describe, expect, test } from 'vitest';
import { columnDay, itemDays } from '../../src/matter/item-days.ts';
import type { Item } from '../../src/matter/items.ts';
import { matterOfInput } from '../../src/reports/input.ts';
import { flood } from '../samples/cases/flood.ts';

const [pattern] = matterOfInput(flood.inputFor('police')).items.filter(({ kind }) => kind === 'diary');

/** A diary entry of each day. */
function itemsOn(...days: readonly (string | undefined)[]): readonly Item[] {
  if (pattern === undefined) throw new Error('the case has no diary');
  return days.map(day => ({ ...pattern, when: { basis: 'told', ...(day !== undefined && { day }) } }));
}

describe('items by day', () => {
  test('stand in one column a day, from the first to the last', () => {
    const days = itemDays(itemsOn('2026-02-28', '2026-03-01', '2026-03-01', undefined));
    expect(days).toMatchObject({ unit: 'day', first: '2026-02-28', columns: 2, undated: 1 });
    expect([...(days?.series[0]?.counts ?? [])]).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  test('stand by week from Monday once they are sixty days apart', () => {
    expect(itemDays(itemsOn('2026-06-03', '2026-08-01'))?.unit).toBe('day');
    const weeks = itemDays(itemsOn('2026-06-03', '2026-08-02'));
    expect(weeks).toMatchObject({ unit: 'week', first: '2026-06-01', columns: 9 });
    expect(weeks && columnDay(weeks, 8)).toBe('2026-07-27');
  });

  test('a week that began before 1970 begins on a Monday too', () => {
    expect(itemDays(itemsOn('1969-12-28', '1970-06-01'))?.first).toBe('1969-12-22');
  });

  test('are nothing when no item has a day', () => {
    expect(itemDays(itemsOn(undefined))).toBeUndefined();
  });

  test('of many accounts are drawn as the seven with most and all others', () => {
    const many = Array.from({ length: 12 }, (_, index) => `2026-01-0${(index % 9) + 1}`);
    const [exhibit] = matterOfInput(flood.inputFor('police')).items.filter(({ kind }) => kind === 'exhibit');
    if (exhibit?.kind !== 'exhibit' || exhibit.by === undefined) throw new Error('no account');
    const { by } = exhibit;
    const items = many.map(
      (day): Item => ({ ...exhibit, when: { basis: 'told', day }, by: { account: { ...by.account } } }),
    );
    const days = itemDays(items);
    expect(days?.series.map(({ total }) => total)).toEqual([1, 1, 1, 1, 1, 1, 1, 5]);
    expect(days?.series.at(-1)?.label).toBe('5 others');
  });
});
