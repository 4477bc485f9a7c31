import type { Case } from '../../model/case.ts';
import type { TrackNote } from '../../model/note.ts';
import type { PreservationFacts } from '../../platforms/preservation.ts';
import { trackStateWords } from '../../reports/words/tracks.ts';
import { useDraft } from '../forms/drafts.ts';
import { SelectField, TextArea, TextField } from '../parts/fields.tsx';
import { usePorts } from '../parts/ports.ts';
import { useSaving } from '../parts/use-saving.ts';
import { NoteForm } from './note-form.tsx';
import { TrackDays } from './track-days.tsx';
import { type TrackDraft, trackDraftOf, trackDrafts, trackNoteOf } from './track-draft.ts';
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
  const { key } = found.recipient;
  const saved = trackDraftOf(found.track?.versions.at(-1)?.note);
  const { draft, isChanged, change } = useDraft(trackDrafts, `${of.id} ${key}`, saved);
  const set = (part: Partial<TrackDraft>) => {
    change(part);
    saving.say('');
  };
  const save = () => {
    const note = trackNoteOf(draft, key);
    if (note === undefined) return saving.say('Write each day like this: 27 March 2026.');
    void saving.run(() => send('note:write', { caseId: of.id, note, noteId: found.track?.id }));
  };
  return (
    <NoteForm id={id} saving={saving} isChanged={isChanged} onSave={save}>
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
    </NoteForm>
  );
}

const states = Object.entries(trackStateWords);

function isState(value: string): value is TrackNote['state'] {
  return Object.hasOwn(trackStateWords, value);
}
