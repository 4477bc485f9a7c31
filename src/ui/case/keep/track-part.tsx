import type { Case } from '../../../model/case.ts';
import type { PreservationFacts } from '../../../platforms/preservation.ts';
import { PageText } from '../../../reports/report/page-text.tsx';
import { trackStateWords } from '../../../words/tracks.ts';
import { dayWords } from '../../parts/days.ts';
import { Moment } from '../../parts/moment.tsx';
import { RefusalSteps } from './refusal-steps.tsx';
import { TrackForm } from './track-form.tsx';
import type { FoundRecipient, TrackHistory } from './use-requests.ts';

interface TrackPartProps {
  readonly id: string;
  readonly caseFile: Case;
  readonly found: FoundRecipient;
  readonly facts: PreservationFacts;
}

/** The state of the request, what to do after a refusal, and earlier notes on it. */
export function TrackPart({ id, caseFile, found, facts }: TrackPartProps) {
  const now = found.track?.versions.at(-1)?.note;
  return (
    <>
      <h3>How far it is</h3>
      {now?.renewOn !== undefined && (
        <p class="notice">
          Ask for it to be kept longer by <strong>{dayWords(now.renewOn)}</strong>.
        </p>
      )}
      {now?.state === 'refused' && <RefusalSteps facts={facts} />}
      <TrackForm id={id} caseFile={caseFile} found={found} facts={facts} />
      {found.track !== undefined && <TrackVersions track={found.track} />}
    </>
  );
}

function TrackVersions({ track }: { readonly track: TrackHistory }) {
  return (
    <details>
      <summary>What was saved before</summary>
      <ol class="events" reversed>
        {track.versions.toReversed().map(({ version, writtenAt, note }) => (
          <li key={version}>
            <p>
              {trackStateWords[note.state]}
              {note.sentOn !== undefined && `, on ${dayWords(note.sentOn)}`}
              {note.expiresOn !== undefined && `. Kept until ${dayWords(note.expiresOn)}`}
              {note.renewOn !== undefined && `. Ask again by ${dayWords(note.renewOn)}`}
              {note.reference !== '' && (
                <>
                  . Reference: <PageText text={note.reference} />
                </>
              )}
              {note.answer !== '' && (
                <>
                  . Answer: <PageText text={note.answer} />
                </>
              )}
            </p>
            <p class="muted">
              Written <Moment at={writtenAt} />
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
