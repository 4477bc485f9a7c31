import { useState } from 'preact/hooks';
import type { Case } from '../../model/case.ts';
import type { TrackNote } from '../../model/note.ts';
import type { PreservationFacts } from '../../platforms/preservation.ts';
import { proposedDates } from '../../platforms/preservation-dates.ts';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { DayField, SelectField, TextArea, TextField } from '../parts/fields.tsx';
import { usePorts } from '../parts/ports.ts';
import { useSaving } from '../parts/use-saving.ts';
import { stateWords } from './track-words.ts';
import type { FoundRecipient } from './use-requests.ts';

interface TrackFormProps {
  readonly id: string;
  readonly of: Case;
  readonly found: FoundRecipient;
  readonly facts: PreservationFacts;
}

/** What the form holds; a day that is not known is an empty text. */
interface TrackDraft {
  readonly state: TrackNote['state'];
  readonly sentOn: string;
  readonly reference: string;
  readonly answer: string;
  readonly expiresOn: string;
  readonly renewOn: string;
}

/** How far a request is. The day it was sent proposes the days that follow from it, to be changed by hand. */
export function TrackForm({ id, of, found, facts }: TrackFormProps) {
  const { send } = usePorts();
  const saving = useSaving();
  const [draft, setDraft] = useState(() => draftOf(found.track?.versions.at(-1)?.note));
  const set = (change: Partial<TrackDraft>) => {
    setDraft({ ...draft, ...change });
    saving.say('');
  };
  const save = (event: Event) => {
    event.preventDefault();
    const note = noteOf(draft, found.recipient.key);
    void saving.run(() => send('note:write', { caseId: of.id, note, noteId: found.track?.id }));
  };
  return (
    <form onSubmit={save}>
      <SelectField
        id={`${id}-state`}
        label="Where it stands"
        value={draft.state}
        options={states}
        onChange={state => isState(state) && set({ state })}
      />
      <Days id={id} draft={draft} facts={facts} onChange={set} />
      <TextField
        id={`${id}-reference`}
        label="Reference"
        hint="The number that the platform or the police gave it."
        value={draft.reference}
        longest={200}
        onChange={reference => set({ reference })}
      />
      <TextArea
        id={`${id}-answer`}
        label="What they answered"
        value={draft.answer}
        rows={2}
        longest={5_000}
        onChange={answer => set({ answer })}
      />
      {saving.error !== undefined && <FaultNotice error={saving.error} />}
      <div class="button-row">
        <button type="submit" class="main" id={`${id}-save`} disabled={saving.isSaving}>
          Save
        </button>
        <span role="status">{saving.said}</span>
      </div>
    </form>
  );
}

interface DaysProps {
  readonly id: string;
  readonly draft: TrackDraft;
  readonly facts: PreservationFacts;
  readonly onChange: (change: Partial<TrackDraft>) => void;
}

function Days({ id, draft, facts, onChange }: DaysProps) {
  const { days } = facts.keptFor;
  const proposal =
    days === undefined
      ? 'The platform names no number of days. Put in what it answered.'
      : `Worked out from ${days} days. Change it if the platform said something else.`;
  return (
    <>
      <DayField
        id={`${id}-sent`}
        label="Day it was sent"
        value={draft.sentOn}
        onChange={sentOn => onChange({ sentOn, ...proposedDates(sentOn, facts) })}
      />
      {draft.sentOn !== '' && (
        <>
          <DayField
            id={`${id}-expires`}
            label="Kept until"
            hint={proposal}
            value={draft.expiresOn}
            onChange={expiresOn => onChange({ expiresOn })}
          />
          <DayField
            id={`${id}-renew`}
            label="Ask again by"
            hint="The last day to ask for it to be kept longer. Put it in your calendar: Holdfast does not remind you."
            value={draft.renewOn}
            onChange={renewOn => onChange({ renewOn })}
          />
        </>
      )}
    </>
  );
}

const states = Object.entries(stateWords);

function isState(value: string): value is TrackNote['state'] {
  return Object.hasOwn(stateWords, value);
}

function draftOf(note: TrackNote | undefined): TrackDraft {
  return {
    state: note?.state ?? 'drafted',
    sentOn: note?.sentOn ?? '',
    reference: note?.reference ?? '',
    answer: note?.answer ?? '',
    expiresOn: note?.expiresOn ?? '',
    renewOn: note?.renewOn ?? '',
  };
}

function noteOf(
  { state, sentOn, reference, answer, expiresOn, renewOn }: TrackDraft,
  key: string,
): TrackNote {
  return {
    kind: 'track',
    platform: key,
    state,
    reference: reference.trim(),
    answer: answer.trim(),
    ...(sentOn !== '' && { sentOn }),
    ...(sentOn !== '' && expiresOn !== '' && { expiresOn }),
    ...(sentOn !== '' && renewOn !== '' && { renewOn }),
  };
}
