import { useState } from 'preact/hooks';
import type { Case } from '../../model/case.ts';
import type { TrackNote } from '../../model/note.ts';
import type { PreservationFacts } from '../../platforms/preservation.ts';
import { trackStateWords } from '../../reports/words/tracks.ts';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { SelectField, TextArea, TextField } from '../parts/fields.tsx';
import { usePorts } from '../parts/ports.ts';
import { useSaving } from '../parts/use-saving.ts';
import { TrackDays } from './track-days.tsx';
import { draftOf, noteOf, type TrackDraft } from './track-draft.ts';
import type { FoundRecipient } from './use-requests.ts';

interface TrackFormProps {
  readonly id: string;
  readonly of: Case;
  readonly found: FoundRecipient;
  readonly facts: PreservationFacts;
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
    if (note === undefined) return saving.say('Write each day like this: 27 March 2026.');
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
      <TrackDays id={id} draft={draft} facts={facts} onChange={set} />
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

const states = Object.entries(trackStateWords);

function isState(value: string): value is TrackNote['state'] {
  return Object.hasOwn(trackStateWords, value);
}
