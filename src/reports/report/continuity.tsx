import { type CustodyEvent, custodyActions } from '../../model/custody.ts';
import type { LostEvents } from '../../model/lost-events.ts';
import { categoryWords, detailWords, lostEventsSentence } from '../../words/custody.ts';
import type { JurisdictionWords } from '../../words/jurisdiction.ts';
import { PageText } from './page-text.tsx';
import { Moment, Table } from './parts.tsx';

const emptyRows = 4;

interface ContinuityProps {
  readonly custody: readonly CustodyEvent[];
  readonly lost: readonly LostEvents[];
  readonly words: Pick<JurisdictionWords, 'exhibit' | 'Exhibit'>;
}

/** What was done with the records up to the export, and space to note what is done with the ZIP afterwards. */
export function Continuity({ custody, lost, words }: ContinuityProps) {
  return (
    <>
      <p>
        Written by Holdfast on the producer’s computer as it happened, by that computer’s clock. Each line
        holds the digest of the line before it; HOW-TO-VERIFY.txt says how the chain is checked. The data are
        in custody.jsonl.
      </p>
      {lost.length > 0 && <p class="notice">{lostEventsSentence(lost)}</p>}
      <Table
        caption="What was done with the records, up to this export"
        headings={['No.', 'When', 'What', words.Exhibit, 'By', 'Kind']}
        rows={custody.map(event => [
          event.sequence,
          <Moment key="at" at={event.at} />,
          <Done key="done" event={event} word={words.exhibit} />,
          event.subject.reference ?? '',
          <PageText key="actor" text={event.actor} />,
          categoryWords[event.category],
        ])}
      />
      <Table
        caption="Hand-over after the export, to be filled in by hand"
        headings={[
          'No.',
          'Date and time',
          'From (name, signature)',
          'To (name, number, organisation)',
          'Reason',
          'SHA-256 compared',
        ]}
        rows={Array.from({ length: emptyRows }, (_, row) => [row + 1, '', '', '', '', 'yes / no'])}
      />
    </>
  );
}

/** Our own sentences get the jurisdiction's term for “exhibit”; of the event's data only a fact's name does. */
function Done({ event, word }: { readonly event: CustodyEvent; readonly word: string }) {
  const details = detailWords(event.detail).map(detail => detail.replace(/^exhibit(?=s?:)/, word));
  return (
    <>
      {custodyActions[event.action].sentence.replace(/\bexhibit(?=s?\b)/g, word)}
      {details.length > 0 && (
        <p class="aside">
          <PageText text={details.join('; ')} />
        </p>
      )}
    </>
  );
}
