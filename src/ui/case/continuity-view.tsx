import { useState } from 'preact/hooks';
import { unreadWritings } from '../../bundle/verify/words/unread-notes.ts';
import type { KeptChain, LogReader } from '../../evidence/reader.ts';
import { givenNotes } from '../../exporting/gather/given-texts.ts';
import type { Case } from '../../model/case.ts';
import { type CustodyEvent, custodyActions } from '../../model/custody.ts';
import type { CaseId } from '../../model/identifiers.ts';
import { type LostEvents, lostEventsWords } from '../../model/lost-events.ts';
import { PageText } from '../../reports/report/page-text.tsx';
import { categoryWords, detailWords } from '../../words/custody.ts';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { Moment } from '../parts/moment.tsx';
import { usePorts } from '../parts/ports.ts';
import { useWatched } from '../parts/use-watched.ts';

const pageSize = 100;

/** The custody chain of a case in plain words, newest event first. */
export function ContinuityView({ caseFile }: { readonly caseFile: Case }) {
  const { log } = usePorts();
  const [count, setCount] = useState(pageSize);
  const read = useWatched(
    () => log.readStill(caseFile.id, () => readContinuity(log, caseFile.id)),
    [caseFile.id],
  );
  if (read.state === 'waiting') return <p class="muted">Reading the log…</p>;
  if (read.state === 'failed') return <FaultNotice error={read.error} />;
  const { chain, unread } = read.value;
  const newestFirst = withLosses(chain).toReversed();
  return (
    <section aria-labelledby="continuity-title">
      <h2 id="continuity-title">Continuity</h2>
      <p class="muted">
        What was done with the records of this case, by this computer’s clock. Holdfast writes the list by
        itself. Each event holds the digest of the event before it, so a change or a gap can be found when an
        exported file is checked.
      </p>
      <ol class="events" reversed>
        {newestFirst
          .slice(0, count)
          .map(row =>
            'digest' in row ? (
              <Event key={row.digest} event={row} isUnread={unread.has(row)} />
            ) : (
              <Lost key={row.from} lost={row} />
            ),
          )}
      </ol>
      {count < newestFirst.length && (
        <button type="button" onClick={() => setCount(count + pageSize)}>
          Show more
        </button>
      )}
    </section>
  );
}

/** The chain, and its events whose text is unreadable. Of one state of the log, or a new text would seem lost. */
async function readContinuity(log: Pick<LogReader, 'readChain' | 'readAllNotes'>, caseId: CaseId) {
  const [chain, notes] = await Promise.all([log.readChain(caseId), log.readAllNotes(caseId)]);
  return { chain, unread: new Set(unreadWritings(chain.events, givenNotes(notes))) };
}

/** The events and the losses between them, by number. */
function withLosses({ events, lost }: KeptChain): readonly (CustodyEvent | LostEvents)[] {
  const numberOf = (row: CustodyEvent | LostEvents) => ('digest' in row ? row.sequence : row.from);
  return [...events, ...lost].sort((one, other) => numberOf(one) - numberOf(other));
}

function Lost({ lost }: { readonly lost: LostEvents }) {
  return (
    <li>
      <p>
        <strong>{lostEventsWords(lost)}.</strong> An exported file will say so.
      </p>
    </li>
  );
}

/** `isUnread`: the text of this event can no longer be read, and nobody erased it. */
function Event({ event, isUnread }: { readonly event: CustodyEvent; readonly isUnread: boolean }) {
  const details = detailWords(event.detail);
  return (
    <li>
      <p>
        <strong>{event.sequence}.</strong> {custodyActions[event.action].sentence}{' '}
        {event.subject.reference !== undefined && <strong>{event.subject.reference}</strong>}
      </p>
      <p class="muted">
        <Moment at={event.at} /> · {categoryWords[event.category]} · <PageText text={event.actor} />
      </p>
      {isUnread && (
        <p>
          <strong>What was written here can no longer be read.</strong> An exported file will say so.
        </p>
      )}
      {details.length > 0 && (
        <p class="muted">
          <PageText text={details.join('; ')} />
        </p>
      )}
      <details>
        <summary>
          Digest<span class="visually-hidden"> of event {event.sequence}</span>
        </summary>
        <p class="digest">{event.digest}</p>
      </details>
    </li>
  );
}
