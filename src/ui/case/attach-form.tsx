import type { CaseAccount } from '../../model/accounts.ts';
import type { Case } from '../../model/case.ts';
import { type NoteId, noteIdSchema } from '../../model/note.ts';
import { visibleText } from '../../reports/visible-text.ts';
import { draftStore, useDraft } from '../forms/drafts.ts';
import { SelectField, TextArea, TextField } from '../parts/fields.tsx';
import { usePorts } from '../parts/ports.ts';
import { useSaving } from '../parts/use-saving.ts';
import { NoteForm } from './note-form.tsx';
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

/** What was typed of whose an account is: a person, or a name for a new one, and the reason. */
interface AttachDraft {
  readonly chosen: string;
  readonly name: string;
  readonly why: string;
}

/** What was typed and not yet saved, by case and account. */
const drafts = draftStore<AttachDraft>('attribution', ({ chosen, name, why }) => [
  chosen,
  chosen === somebodyNew ? name.trim() : '',
  why.trim(),
]);

/** Whether something was typed about this account and not yet saved. */
export function isAttaching(of: Case, account: CaseAccount): boolean {
  return drafts.read(keyOf(of, account)) !== undefined;
}

function keyOf(of: Case, { name: { platform, accountId, handle } }: CaseAccount): string {
  return JSON.stringify([of.id, platform, accountId, handle]);
}

/** Attaches an account to a person, whom it may name first, with the reason; or to nobody any more. */
export function AttachForm({ id, of, account, attribution, people }: AttachFormProps) {
  const { send } = usePorts();
  const saving = useSaving();
  const before = attribution && latestOf(attribution);
  const known = people.find(each => each.id === before?.person) ?? people[0];
  const { draft, isChanged, change } = useDraft(drafts, keyOf(of, account), {
    chosen: known?.id ?? somebodyNew,
    name: '',
    why: before?.why ?? '',
  });
  const { chosen, name, why } = draft;
  const edit = (part: Partial<AttachDraft>) => {
    saving.say('');
    change(part);
  };

  async function personOf(): Promise<NoteId | undefined> {
    if (chosen === nobody) return undefined;
    if (chosen !== somebodyNew) return noteIdSchema.parse(chosen);
    const made = await send('note:write', { caseId: of.id, note: { kind: 'person', name: name.trim() } });
    change({ chosen: made });
    return made;
  }

  const save = () => {
    if (chosen === somebodyNew && name.trim() === '') return saving.say('Write a name first.');
    if (why.trim() === '') return saving.say('Write why first.');
    void saving.run(async () => {
      const person = await personOf();
      const note = { kind: 'attribution', account: account.name, person, why: why.trim() } as const;
      await send('note:write', { caseId: of.id, note, noteId: attribution?.id });
    });
  };

  return (
    <NoteForm id={id} saving={saving} isChanged={isChanged} onSave={save}>
      <SelectField
        id={`${id}-person`}
        label="Who do you think it is?"
        value={chosen}
        options={[
          ...people.map(each => [each.id, visibleText(personName(people, each.id) ?? '')] as const),
          [somebodyNew, 'Somebody I have not named yet'],
          ...(before?.person === undefined ? [] : [[nobody, 'Nobody any more'] as const]),
        ]}
        onChange={value => edit({ chosen: value })}
      />
      {chosen === somebodyNew && (
        <TextField
          id={`${id}-name`}
          label="Their name"
          hint="Or any word by which you know them."
          value={name}
          longest={200}
          required
          onChange={value => edit({ name: value })}
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
        onChange={value => edit({ why: value })}
      />
    </NoteForm>
  );
}
