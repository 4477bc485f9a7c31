import type { PreservationFacts } from '../../platforms/preservation.ts';
import { proposedDates } from '../../platforms/preservation-dates.ts';
import { dayIn, dayWords } from '../parts/days.ts';
import { TextField } from '../parts/fields.tsx';
import type { TrackDraft } from './track-draft.ts';

interface TrackDaysProps {
  readonly id: string;
  readonly draft: TrackDraft;
  readonly facts: PreservationFacts;
  readonly onChange: (change: Partial<TrackDraft>) => void;
}

/** The day a request was sent and the two that follow from it: proposed, and changed by hand. */
export function TrackDays({ id, draft, facts, onChange }: TrackDaysProps) {
  const { days } = facts.keptFor;
  const whence =
    days === undefined
      ? 'The platform names no number of days. Put in what it answered.'
      : `Worked out from ${days} days. Change it if the platform said something else.`;
  return (
    <>
      <TextField
        id={`${id}-sent`}
        label="Day it was sent"
        hint="Day, month and year, for example 27 March 2026 or 27/3/2026."
        value={draft.sentOn}
        longest={30}
        onChange={sentOn => onChange({ sentOn, ...proposalOf(sentOn, facts) })}
      />
      {(draft.sentOn !== '' || draft.expiresOn !== '' || draft.renewOn !== '') && (
        <>
          <TextField
            id={`${id}-expires`}
            label="Kept until"
            hint={whence}
            value={draft.expiresOn}
            longest={30}
            onChange={expiresOn => onChange({ expiresOn })}
          />
          <TextField
            id={`${id}-renew`}
            label="Ask again by"
            hint="The last day to ask for it to be kept longer. Put it in your calendar: Holdfast does not remind you."
            value={draft.renewOn}
            longest={30}
            onChange={renewOn => onChange({ renewOn })}
          />
        </>
      )}
    </>
  );
}

/** What follows from the day, in words; nothing is changed while the day is not yet written out. */
function proposalOf(text: string, facts: PreservationFacts): Partial<TrackDraft> {
  const sentOn = dayIn(text);
  if (sentOn === undefined) return {};
  const { expiresOn, renewOn } = proposedDates(sentOn, facts);
  return {
    ...(expiresOn !== undefined && { expiresOn: dayWords(expiresOn) }),
    ...(renewOn !== undefined && { renewOn: dayWords(renewOn) }),
  };
}
