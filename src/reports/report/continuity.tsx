import type { CustodyEvent } from '../../model/custody.ts';
import { categoryWords, custodyWords, detailWords } from '../words/custody.ts';
import { PageText } from './page-text.tsx';
import { Moment, Table } from './parts.tsx';

const emptyRows = 4;

interface ContinuityProps {
  readonly custody: readonly CustodyEvent[];
  /** "Exhibit", or "Production" in Scotland. */
  readonly exhibitWord: string;
}

/** What was done with the records up to the export, and room for what is done with the ZIP after it. */
export function Continuity({ custody, exhibitWord }: ContinuityProps) {
  return (
    <>
      <p>
        Written by Holdfast on the producer’s computer as it happened, by that computer’s clock. Each line
        holds the digest of the line before it; HOW-TO-VERIFY.txt says how the chain is checked. The data are
        in custody.jsonl.
      </p>
      <Table
        caption="What was done with the records, up to this export"
        headings={['No.', 'When', 'What', exhibitWord, 'By', 'Kind']}
        rows={custody.map(event => [
          event.sequence,
          <Moment key="at" at={event.at} />,
          <Done key="done" event={event} />,
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

function Done({ event }: { readonly event: CustodyEvent }) {
  const details = detailWords(event.detail);
  return (
    <>
      {custodyWords[event.action]}
      {details.length > 0 && (
        <p class="aside">
          <PageText text={details.join('; ')} />
        </p>
      )}
    </>
  );
}
