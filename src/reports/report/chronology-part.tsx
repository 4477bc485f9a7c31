import type { Item } from '../../matter/items.ts';
import { londonDay } from '../../matter/moments.ts';
import { dayWords } from '../../words/happening.ts';
import type { ReportFacts } from './facts.ts';
import { ItemDoer, ItemTime, ItemWords } from './item-words.tsx';
import { PageText } from './page-text.tsx';
import { Table } from './parts.tsx';
import { ItemLink } from './references.tsx';

const longest = 240;

/** Exhibits and diary entries of all platforms in one order, each with how its time is known. */
export function ChronologyPart({ facts }: { readonly facts: ReportFacts }) {
  const { Exhibits } = facts.words;
  return (
    <>
      <p class="aside">
        {Exhibits} and diary entries in one order, earliest first. What has only a day stands before the
        moments of that day; what has no day stands at the end. The occasions are explained in the summary.
      </p>
      <Table
        caption="Everything in one order"
        headings={['Item', 'When', 'By', 'What', 'Occasion']}
        rows={facts.matter.items.map(item => [
          <ItemLink key="item" item={item} facts={facts} />,
          <When key="when" item={item} />,
          <ItemDoer key="by" item={item} />,
          <ItemWords key="what" item={item} longest={longest} />,
          <OccasionOf key="occasion" item={item} facts={facts} />,
        ])}
      />
    </>
  );
}

/** For a diary entry, the day of the event and the day on which it was written down, shown apart. */
function When({ item }: { readonly item: Item }) {
  return (
    <>
      <ItemTime item={item} />
      {item.kind === 'diary' && item.writtenAt !== '' && (
        <p class="aside">written down {dayWords(londonDay(item.writtenAt))}</p>
      )}
    </>
  );
}

/** The number of the item's occasion, with its label where the person gave it one. */
export function OccasionOf({ item, facts }: { readonly item: Item; readonly facts: ReportFacts }) {
  const found = facts.occasions.get(item.key);
  if (found === undefined) return null;
  const { number, occasion } = found;
  return (
    <>
      {number} of {facts.matter.occasions.length}
      {occasion.label !== '' && (
        <>
          {': '}
          <PageText text={occasion.label} />
        </>
      )}
    </>
  );
}
