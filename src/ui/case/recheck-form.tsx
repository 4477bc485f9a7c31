import { useState } from 'preact/hooks';
import type { Case } from '../../model/case.ts';
import { recheckSchema } from '../../model/history.ts';
import type { CaptureId } from '../../model/identifiers.ts';
import { londonDay } from '../../reports/matter/moments.ts';
import { recheckNames } from '../../reports/words/details.ts';
import { dayIn, dayWords } from '../parts/days.ts';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { SelectField, TextArea, TextField } from '../parts/fields.tsx';
import { usePorts } from '../parts/ports.ts';
import { useSaving } from '../parts/use-saving.ts';

interface RecheckFormProps {
  readonly of: Case;
  readonly captureId: CaptureId;
}

/** The day somebody looked again, and what they found. */
export function RecheckForm({ of, captureId }: RecheckFormProps) {
  const { send, now } = usePorts();
  const saving = useSaving();
  const [on, setOn] = useState(() => dayWords(londonDay(now().toISOString())));
  const [state, setState] = useState('');
  const [words, setWords] = useState('');
  async function save(event: Event): Promise<void> {
    event.preventDefault();
    const day = dayIn(on);
    if (day === undefined) return saving.say('Write the day like this: 27 March 2026.');
    const found = recheckSchema.shape.state.safeParse(state);
    if (!found.success) return saving.say('Choose what you found first.');
    const note = { kind: 'recheck', captureId, on: day, state: found.data, words: words.trim() } as const;
    if (!(await saving.run(() => send('note:write', { caseId: of.id, note })))) return;
    setState('');
    setWords('');
  }
  return (
    <form onSubmit={event => void save(event)}>
      <TextField id="again-on" label="Day you looked" value={on} longest={40} onChange={setOn} />
      <SelectField
        id="again-state"
        label="What you found"
        value={state}
        options={[['', 'Choose'], ...Object.entries(recheckNames)]}
        onChange={setState}
      />
      <TextArea
        id="again-words"
        label="Anything more"
        hint="For example what the page said, or which account you used."
        value={words}
        rows={2}
        longest={5_000}
        onChange={setWords}
      />
      {saving.error !== undefined && <FaultNotice error={saving.error} />}
      <div class="button-row">
        <button type="submit" id="again-save" disabled={saving.isSaving}>
          Write it down
        </button>
        <span role="status">{saving.said}</span>
      </div>
    </form>
  );
}
