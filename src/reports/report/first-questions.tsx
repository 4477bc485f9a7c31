import { type Item, isIncident } from '../../matter/items.ts';
import type { ContentCategory, HateGround } from '../../model/content.ts';
import { categoryWords, hateGroundNames } from '../../words/content.ts';
import { countWords, sentence } from '../../words/happening.ts';
import type { ReportFacts } from './facts.ts';
import { PageText } from './page-text.tsx';
import { Items } from './references.tsx';

/**
 * The questions that prosecutors ask first about messages, answered only with the tags that were given. Their order is
 * that of the Crown Prosecution Service and of the Crown Office.
 */
export function FirstQuestions({ facts }: { readonly facts: ReportFacts }) {
  const { items, threats } = facts.matter;
  return (
    <>
      <h3>What prosecutors ask first, answered by the tags of {facts.teller}</h3>
      <p class="aside">Nothing here is found by a program. Where no tag was given, nothing is said.</p>
      <h4>Is there a threat of violence, or of damage to property?</h4>
      <Tagged items={threats} facts={facts} as="as a threat" />
      <h4>Is it aimed at a specific person?</h4>
      <Targets facts={facts} />
      <Hate facts={facts} />
      <h4>Does it breach an order of a court, or a condition?</h4>
      <Tagged
        items={items.filter(({ breachesOrder }) => breachesOrder)}
        facts={facts}
        as="as a breach of an order or condition"
      />
      <h4>What else is it?</h4>
      <OtherTags facts={facts} />
    </>
  );
}

function Tagged(props: {
  readonly items: readonly Item[];
  readonly facts: ReportFacts;
  readonly as: string;
}) {
  const { items, facts, as } = props;
  if (items.length === 0)
    return (
      <p>
        {sentence(facts.teller)} tagged no item {as}.
      </p>
    );
  return (
    <p>
      {sentence(facts.teller)} tagged {countWords(items.length, 'item')} {as}:{' '}
      <Items items={items} facts={facts} />.
    </p>
  );
}

/** An item without a stated target counts as aimed at the person themselves. */
function Targets({ facts }: { readonly facts: ReportFacts }) {
  const targets = grouped(facts.matter.items.filter(isIncident), ({ target }) => [target]);
  if (targets.length === 0) return <p>Nothing was told.</p>;
  return (
    <ul>
      {targets.map(([target, items]) => (
        <li key={target}>
          {target === '' ? 'the person affected, or no one else named' : <PageText text={target} />}:{' '}
          {countWords(items.length, 'item')}
        </li>
      ))}
    </ul>
  );
}

/** Only as the person perceives it, for the case and for each item. */
function Hate({ facts }: { readonly facts: ReportFacts }) {
  const { details, items } = facts.matter;
  const tagged = grouped(items, ({ hatePerceived }) => hatePerceived);
  if (tagged.length === 0 && details.hatePerceived.length === 0) return null;
  return (
    <>
      <p>Hostility, as the person affected perceives it:</p>
      <ul>
        {details.hatePerceived.length > 0 && (
          <li>in the case as a whole: {groundWords(details.hatePerceived)}</li>
        )}
        {tagged.map(([ground, its]) => (
          <li key={ground}>
            {hateGroundNames[ground]}: <Items items={its} facts={facts} />
          </li>
        ))}
      </ul>
    </>
  );
}

function OtherTags({ facts }: { readonly facts: ReportFacts }) {
  const tags = grouped(facts.matter.items, ({ categories }) =>
    categories.filter((category): category is Exclude<ContentCategory, 'threat'> => category !== 'threat'),
  );
  if (tags.length === 0) return <p>{sentence(facts.teller)} gave no other tag.</p>;
  return (
    <ul>
      {tags.map(([category, items]) => (
        <li key={category}>
          {categoryWords[category]}, {countWords(items.length, 'item')}: <Items items={items} facts={facts} />
        </li>
      ))}
    </ul>
  );
}

function groundWords(grounds: readonly HateGround[]): string {
  return grounds.map(ground => hateGroundNames[ground]).join(', ');
}

/** Items by each of their keys, the largest group first. */
function grouped<K extends string>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly K[],
): readonly (readonly [key: K, items: readonly Item[]])[] {
  const groups = new Map<K, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key) ?? [];
      group.push(item);
      groups.set(key, group);
    }
  }
  return [...groups].toSorted(([, one], [, other]) => other.length - one.length);
}
