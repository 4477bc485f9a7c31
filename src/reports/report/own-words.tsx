import type { ExhibitEntry, Words } from '../../model/case.ts';
import { categoryWords, hateGroundNames } from '../../words/content.ts';
import { OccasionOf } from './chronology-part.tsx';
import { filledField } from './cover-who.tsx';
import type { ReportFacts } from './facts.ts';
import { PageTextBlock } from './page-text.tsx';
import { type Field, Fields, MomentInline } from './parts.tsx';

/** The latest words about an exhibit, kept apart from what the machine read; nothing when there are none. */
export function OwnWords({ entry, facts }: { readonly entry: ExhibitEntry; readonly facts: ReportFacts }) {
  const latest = entry.words.toSorted((a, b) => b.version - a.version)[0];
  const item = facts.exhibitItems.get(entry.captureId);
  const occasion: readonly Field[] =
    item === undefined || !facts.getsOwnWords
      ? []
      : [['Occasion', <OccasionOf key="occasion" item={item} facts={facts} />]];
  if (latest === undefined) return occasion.length === 0 ? null : <Fields fields={occasion} />;
  const { whatHappened, impact, offline = '', untrue = '' } = latest.words;
  return (
    <>
      <h3>In the producer’s own words</h3>
      <p class="aside">
        Written by the producer, not read from the page. These are notes, not a statement. Version{' '}
        {latest.version} of {entry.words.length}, written <MomentInline at={latest.writtenAt} />.
        {entry.words.length > 1 && ' Earlier versions are in case.json.'}
      </p>
      <Fields fields={[...occasion, ...tagFields(latest.words)]} />
      <Told heading="What happened" text={whatHappened} />
      <Told heading="Impact" text={impact} />
      <Told heading="What is not true in it" text={untrue} />
      <Told heading="What it has to do with things off the web" text={offline} />
    </>
  );
}

function tagFields(words: Words): readonly Field[] {
  const { categories = [], hatePerceived = [], target = '', witnesses = '', tags, people } = words;
  return [
    ...filledField('Tagged', categories.map(category => categoryWords[category]).join('; ')),
    ...filledField('Aimed at', target),
    ...filledField('People', people.join(', ')),
    ...filledField('Witnesses', witnesses),
    ...(words.breachesOrder === true ? [['Order or condition', 'said to be breached'] as const] : []),
    ...filledField(
      'Hostility, as perceived',
      hatePerceived.map(ground => hateGroundNames[ground]).join(', '),
    ),
    ...filledField('Own tags', tags.join(', ')),
  ];
}

function Told({ heading, text }: { readonly heading: string; readonly text: string }) {
  if (text === '') return null;
  return (
    <>
      <h4>{heading}</h4>
      <PageTextBlock text={text} label={heading} />
    </>
  );
}
