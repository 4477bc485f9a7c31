import type { DiaryItem } from '../../matter/items.ts';
import { categoryWords } from '../../words/content.ts';
import { OccasionOf } from './chronology-part.tsx';
import { filledField } from './cover-who.tsx';
import type { ReportFacts } from './facts.ts';
import { ItemTime } from './item-words.tsx';
import { PageTextBlock } from './page-text.tsx';
import { Fields, MomentInline } from './parts.tsx';
import { diaryId } from './references.tsx';

/** Every diary entry in full: when it happened, when it was written down, and the person's words. */
export function DiaryPart({ facts }: { readonly facts: ReportFacts }) {
  return (
    <>
      <p class="aside">
        Things that happened and left nothing to record. They are told by {facts.teller}; no program saw them.
        The day of the event and the day on which it was written down are kept apart.
      </p>
      {facts.diary.map((item, index) => (
        <Entry key={item.key} item={item} number={index + 1} facts={facts} />
      ))}
    </>
  );
}

interface EntryProps {
  readonly item: DiaryItem;
  readonly number: number;
  readonly facts: ReportFacts;
}

function Entry({ item, number, facts }: EntryProps) {
  const { entry } = item;
  return (
    <section id={diaryId(number)} aria-label={`Diary entry ${number}`}>
      <h3>Diary entry {number}</h3>
      <Fields
        fields={[
          ['Happened', <ItemTime key="when" item={item} />],
          ['Written down', <Written key="written" item={item} />],
          ...filledField('Place', entry.place),
          ...filledField('By', entry.people.join(', ')),
          ...filledField('Aimed at', entry.target),
          ...filledField('Witnesses', entry.witnesses),
          ...filledField('Tagged', entry.categories.map(category => categoryWords[category]).join('; ')),
          ...(entry.breachesOrder ? [['Order or condition', 'said to be breached'] as const] : []),
          ['Occasion', <OccasionOf key="occasion" item={item} facts={facts} />],
        ]}
      />
      <h4>What happened</h4>
      <PageTextBlock text={entry.what} label="What happened" />
      {entry.impact !== '' && (
        <>
          <h4>What it did to the person</h4>
          <PageTextBlock text={entry.impact} label="What it did to the person" />
        </>
      )}
    </section>
  );
}

function Written({ item: { writtenAt, changes } }: { readonly item: DiaryItem }) {
  return (
    <>
      {writtenAt !== '' && <MomentInline at={writtenAt} />}
      {changes > 0 && `; changed ${changes === 1 ? 'once' : `${changes} times`} since, each version kept`}
    </>
  );
}
