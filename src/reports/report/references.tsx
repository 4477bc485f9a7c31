import { Fragment } from 'preact';
import type { Item } from '../../matter/items.ts';
import { exhibitNumber } from '../../model/exhibit.ts';
import type { ReportFacts } from './facts.ts';

/** Links lead only to what is in this ZIP. */
type Linked = Pick<ReportFacts, 'sections'>;

/** The id of a diary entry in the report, by its number. */
export function diaryId(number: number): string {
  return `diary-${number}`;
}

/** An exhibit reference, as a link where its section is in this report. */
export function ReferenceLink({ reference, facts }: { readonly reference: string; readonly facts: Linked }) {
  const id = facts.sections.get(reference);
  return id === undefined ? <span>{reference}</span> : <a href={`#${id}`}>{reference}</a>;
}

/** The item's name as a link to its place. */
export function ItemLink({ item, facts }: { readonly item: Item; readonly facts: ReportFacts }) {
  if (item.kind === 'exhibit') return <ReferenceLink reference={item.reference} facts={facts} />;
  const number = facts.diaryNumbers.get(item.key) ?? 0;
  return <a href={`#${diaryId(number)}`}>Diary entry {number}</a>;
}

/** References by number, with three or more in a row shortened to “ABC/1 to ABC/104”. */
export function References(props: { readonly references: readonly string[]; readonly facts: Linked }) {
  return (
    <>
      {runsOf(props.references).map(([first, last], index) => (
        <Fragment key={first}>
          {index > 0 && ', '}
          <ReferenceLink reference={first} facts={props.facts} />
          {last !== undefined && (
            <>
              {' to '}
              <ReferenceLink reference={last} facts={props.facts} />
            </>
          )}
        </Fragment>
      ))}
    </>
  );
}

/** The exhibits and diary entries among these items, each kind by number. */
export function Items({ items, facts }: { readonly items: readonly Item[]; readonly facts: ReportFacts }) {
  const references = items.flatMap(item => (item.kind === 'exhibit' ? [item.reference] : []));
  const entries = items.filter(item => item.kind === 'diary');
  return (
    <>
      <References references={references} facts={facts} />
      {entries.map((item, index) => (
        <Fragment key={item.key}>
          {(index > 0 || references.length > 0) && ', '}
          <ItemLink item={item} facts={facts} />
        </Fragment>
      ))}
    </>
  );
}

type Run = readonly [first: string, last?: string];

/** References of one producer, sorted, with runs of three or more given by their ends. */
export function runsOf(references: readonly string[]): readonly Run[] {
  const sorted = [...new Set(references)].toSorted((a, b) => exhibitNumber(a) - exhibitNumber(b));
  const groups: string[][] = [];
  for (const reference of sorted) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group !== undefined && before !== undefined && exhibitNumber(before) + 1 === exhibitNumber(reference))
      group.push(reference);
    else groups.push([reference]);
  }
  return groups.flatMap((group): readonly Run[] => {
    const [first = '', last = ''] = [group[0], group.at(-1)];
    return group.length > 2 ? [[first, last]] : group.map(reference => [reference] as const);
  });
}
