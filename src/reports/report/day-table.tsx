import { type Item, isIncident } from '../../matter/items.ts';
import { categoryWords } from '../../words/content.ts';
import { dayWords } from '../../words/happening.ts';
import { londonWords } from '../../words/times.ts';
import type { ReportFacts } from './facts.ts';
import { Table } from './parts.tsx';
import { Items } from './references.tsx';

/** One row for every day on which something happened, however much it was. */
export function DayTable({ facts }: { readonly facts: ReportFacts }) {
  const days = new Map<string, Item[]>();
  for (const item of facts.matter.items) {
    if (item.when.day === undefined || !isIncident(item)) continue;
    const items = days.get(item.when.day) ?? [];
    items.push(item);
    days.set(item.when.day, items);
  }
  return (
    <Table
      caption="Each day in one row, by the clocks of the United Kingdom"
      headings={['Day', 'Number', 'First and last', 'Which', `Tagged by ${facts.teller}`]}
      rows={[...days].map(([day, items]) => [
        dayWords(day),
        items.length,
        spanOf(items),
        <Items key="items" items={items} facts={facts} />,
        tagsOf(items),
      ])}
    />
  );
}

/** The first and the last moment, to the second; empty where only the day is known. */
function spanOf(items: readonly Item[]): string {
  const moments = items.flatMap(({ when: { at } }) => (at === undefined ? [] : [at]));
  const [first, last] = [moments[0], moments.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last ? clock(first) : `${clock(first)} to ${clock(last)}`;
}

/** `12:31:02 BST`, taken from the whole moment in words. */
function clock(at: string): string {
  return londonWords(at).split(', ').at(-1) ?? '';
}

function tagsOf(items: readonly Item[]): string {
  const counts = new Map<string, number>();
  for (const category of items.flatMap(({ categories }) => categories))
    counts.set(categoryWords[category], (counts.get(categoryWords[category]) ?? 0) + 1);
  return [...counts].map(([tag, count]) => `${tag}: ${count}`).join('; ');
}
