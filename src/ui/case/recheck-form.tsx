import { useState } from 'preact/hooks';
import { londonDay } from '../../matter/moments.ts';
import type { Case } from '../../model/case.ts';
import { recheckSchema } from '../../model/history.ts';
import type { CaptureId } from '../../model/identifiers.ts';
import { recheckNames } from '../../words/details.ts';
import { dayIn, dayWords } from '../parts/days.ts';
import { SelectField, TextArea, TextField } from '../parts/fields.tsx';
import { usePorts } from '../parts/ports.ts';
import { useSaving } from '../parts/use-saving.ts';
import { draftStore, useDraft } from './drafts.ts';
import { NoteForm } from './note-form.tsx';

/** What the form holds: the day as a person writes it, and no state until one is chosen. */
interface RecheckDraft {
  readonly on: string;
  readonly state: string;
  readonly words: string;
}

/** What was typed of looking again and not yet saved, by capture. */
const drafts = draftStore<RecheckDraft>('recheck', ({ on, state, words }) => [
  on.trim(),
  state,
  words.trim(),
]);

interface RecheckFormProps {
  readonly of: Case;
  readonly captureId: CaptureId;
}

/** The day somebody looked again, and what they found. */
export function RecheckForm({ of, captureId }: RecheckFormProps) {
  const { send, now } = usePorts();
  const saving = useSaving();
  // The day that is proposed stays the same while the form is open over midnight.
  const [today] = useState(() => dayWords(londonDay(now().toISOString())));
  const { draft, isChanged, change, settle } = useDraft(drafts, captureId, {
    on: today,
    state: '',
    words: '',
  });
  const edit = (part: Partial<RecheckDraft>) => {
    saving.say('');
    change(part);
  };
  const save = () => {
    const on = dayIn(draft.on);
    if (on === undefined) return saving.say('Write the day like this: 27 March 2026.');
    const state = recheckSchema.shape.state.safeParse(draft.state);
    if (!state.success) return saving.say('Choose what you found first.');
    const note = { kind: 'recheck', captureId, on, state: state.data, words: draft.words.trim() } as const;
    void saving
      .run(() => send('note:write', { caseId: of.id, note }))
      .then(isSaved => isSaved && settle(draft));
  };
  return (
    <NoteForm id="again" saving={saving} isChanged={isChanged} action="Write it down" onSave={save}>
      <TextField
        id="again-on"
        label="Day you looked"
        value={draft.on}
        longest={40}
        onChange={on => edit({ on })}
      />
      <SelectField
        id="again-state"
        label="What you found"
        value={draft.state}
        options={[['', 'Choose'], ...Object.entries(recheckNames)]}
        onChange={state => edit({ state })}
      />
      <TextArea
        id="again-words"
        label="Anything more"
        hint="For example what the page said, or which account you used."
        value={draft.words}
        rows={2}
        longest={5_000}
        onChange={words => edit({ words })}
      />
    </NoteForm>
  );
}
