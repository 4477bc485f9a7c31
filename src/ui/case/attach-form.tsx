import { useState } from 'preact/hooks';
import type { CaseAccount } from '../../model/accounts.ts';
import type { Case } from '../../model/case.ts';
import { type NoteId, noteIdSchema } from '../../model/note.ts';
import { visibleText } from '../../reports/visible-text.ts';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { SelectField, TextArea, TextField } from '../parts/fields.tsx';
import { usePorts } from '../parts/ports.ts';
import { useSaving } from '../parts/use-saving.ts';
import { type AttributionHistory, latestOf, type PersonHistory, personName } from './use-accounts.ts';

interface AttachFormProps {
  readonly id: string;
  readonly of: Case;
  readonly account: CaseAccount;
  readonly attribution: AttributionHistory | undefined;
  readonly people: readonly PersonHistory[];
}

const somebodyNew = 'new';
const nobody = 'nobody';

/** Attaches an account to a person, whom it may name first, with the reason; or to nobody any more. */
export function AttachForm({ id, of, account, attribution, people }: AttachFormProps) {
  const { send } = usePorts();
  const saving = useSaving();
  const before = attribution && latestOf(attribution);
  const known = people.find(each => each.id === before?.person) ?? people[0];
  const [chosen, setChosen] = useState<string>(known?.id ?? somebodyNew);
  const [name, setName] = useState('');
  const [why, setWhy] = useState(before?.why ?? '');

  async function personOf(): Promise<NoteId | undefined> {
    if (chosen === nobody) return undefined;
    if (chosen !== somebodyNew) return noteIdSchema.parse(chosen);
    const made = await send('note:write', { caseId: of.id, note: { kind: 'person', name: name.trim() } });
    setChosen(made);
    return made;
  }

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    if (chosen === somebodyNew && name.trim() === '') return saving.say('Write a name first.');
    if (why.trim() === '') return saving.say('Write why first.');
    await saving.run(async () => {
      const person = await personOf();
      const note = { kind: 'attribution', account: account.name, person, why: why.trim() } as const;
      await send('note:write', { caseId: of.id, note, noteId: attribution?.id });
    });
  }

  return (
    <form onSubmit={event => void save(event)}>
      <SelectField
        id={`${id}-person`}
        label="Who do you think it is?"
        value={chosen}
        options={[
          ...people.map(each => [each.id, visibleText(personName(people, each.id) ?? '')] as const),
          [somebodyNew, 'Somebody I have not named yet'],
          ...(before?.person === undefined ? [] : [[nobody, 'Nobody any more'] as const]),
        ]}
        onChange={setChosen}
      />
      {chosen === somebodyNew && (
        <TextField
          id={`${id}-name`}
          label="Their name"
          hint="Or any word by which you know them."
          value={name}
          longest={200}
          required
          onChange={setName}
        />
      )}
      <TextArea
        id={`${id}-why`}
        label={chosen === nobody ? 'Why not any more?' : 'Why do you think so?'}
        hint="For example: they told you, it is their picture, or it knew something that only they know. If you only guess, say that."
        value={why}
        rows={3}
        longest={5_000}
        required
        onChange={setWhy}
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
