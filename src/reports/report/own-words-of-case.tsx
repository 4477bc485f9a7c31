import type { Matter } from '../../matter/matter.ts';
import { askedFor, speakToMeFirstWords } from '../../words/asked.ts';
import type { ReportFacts } from './facts.ts';
import { PageText, PageTextBlock } from './page-text.tsx';
import { Moment, Table } from './parts.tsx';

/** Whether the person wrote anything about the case as a whole that belongs here. */
export function hasOwnWords({ details, wishes }: Matter): boolean {
  return details.story !== '' || details.impact !== '' || wishes.length > 1;
}

/** What happened and its effect on their life, in the person's own words, and what they asked for and when. */
export function OwnWordsOfCase({ facts: { matter } }: { readonly facts: ReportFacts }) {
  const { story, impact, jurisdiction } = matter.details;
  return (
    <>
      {story !== '' && (
        <>
          <h3>What happened</h3>
          <p class="aside">Notes, not a statement.</p>
          <PageTextBlock text={story} label="What happened" />
        </>
      )}
      {impact !== '' && (
        <>
          <h3>What it does to the person’s life</h3>
          <p class="aside">
            {jurisdiction === undefined || jurisdiction === 'england-wales'
              ? 'These are notes, not a Victim Personal Statement. They may help the person to make one.'
              : 'These are notes, not a statement.'}
          </p>
          <PageTextBlock text={impact} label="What it does to the person’s life" />
        </>
      )}
      {matter.wishes.length > 1 && (
        <Table
          caption="What was asked for, each time it changed"
          headings={['Written', 'Asked for']}
          rows={matter.wishes.map(({ at, details }) => [
            <Moment key="at" at={at} />,
            <PageText
              key="asked"
              text={[askedFor(details) ?? 'Nothing.', details.speakToMeFirst ? speakToMeFirstWords : '']
                .join(' ')
                .trim()}
            />,
          ])}
        />
      )}
    </>
  );
}
