import { z } from 'zod';
import type { CaseAccount } from '../../../model/accounts.ts';
import type { Case } from '../../../model/case.ts';
import { attributionSchema, type NoteId, noteIdSchema, personSchema } from '../../../model/note.ts';
import { visibleText } from '../../../words/visible-text.ts';
import { Ask } from '../../forms/ask.tsx';
import { FormFrame } from '../../forms/form-frame.tsx';
import { formOf } from '../../forms/form-kind.ts';
import { useForm } from '../../forms/use-form.ts';
import { SelectField } from '../../parts/fields.tsx';
import { usePorts } from '../../parts/ports.ts';
import { type AttributionHistory, latestOf, type PersonHistory, personName } from './use-accounts.ts';

interface AttachFormProps {
  readonly id: string;
  readonly caseFile: Case;
  readonly account: CaseAccount;
  readonly attribution: AttributionHistory | undefined;
  readonly people: readonly PersonHistory[];
}

const somebodyNew = 'new';
const nobody = 'nobody';

/** Whose an account is, by case and account: a known person or the name of a new one, and the reason. */
const attachForm = formOf(
  'attribution',
  z.object({
    chosen: z.string(),
    name: personSchema.shape.name,
    why: attributionSchema.shape.why.min(1),
  }),
  {
    chosen: { kind: 'held', start: somebodyNew as string },
    name: {
      kind: 'line',
      label: 'Their name',
      hint: 'Or any word by which you know them.',
      missing: 'Write a name first.',
    },
    why: {
      kind: 'text',
      label: 'Why do you think so?',
      hint: 'For example: they told you, it is their picture, or it knew something that only they know. If you only guess, say that.',
      rows: 3,
      missing: 'Write why first.',
    },
  },
  ({ chosen }) => (chosen === somebodyNew ? [] : ['name']),
);

/** Whether the form of this account holds something unsaved. */
export function isAttaching(of: Case, account: CaseAccount): boolean {
  return attachForm.drafts.read(keyOf(of, account)) !== undefined;
}

function keyOf(of: Case, { name: { platform, accountId, handle } }: CaseAccount): string {
  return JSON.stringify([of.id, platform, accountId, handle]);
}

/** Attaches an account to a person, who may be new, with the reason; or detaches it. */
export function AttachForm({ id, caseFile, account, attribution, people }: AttachFormProps) {
  const { send } = usePorts();
  const before = attribution && latestOf(attribution);
  const known = people.find(each => each.id === before?.person) ?? people[0];
  const form = useForm(attachForm, {
    id,
    key: keyOf(caseFile, account),
    saved: attachForm.draftOf({ chosen: known?.id ?? somebodyNew, why: before?.why ?? '' }),
    async send({ chosen, name, why }) {
      const person = await personOf(chosen, name);
      const note = { kind: 'attribution', account: account.name, person, why } as const;
      await send('note:write', { caseId: caseFile.id, note, noteId: attribution?.id });
    },
  });
  const { chosen } = form.draft;

  async function personOf(who: string, name: string): Promise<NoteId | undefined> {
    if (who === nobody) return undefined;
    if (who !== somebodyNew) return noteIdSchema.parse(who);
    const made = await send('note:write', { caseId: caseFile.id, note: { kind: 'person', name } });
    form.change({ chosen: made });
    return made;
  }

  return (
    <FormFrame form={form}>
      <SelectField
        id={`${id}-person`}
        label="Who do you think it is?"
        value={chosen}
        options={[
          ...people.map(each => [each.id, visibleText(personName(people, each.id) ?? '')] as const),
          [somebodyNew, 'Somebody I have not named yet'],
          ...(before?.person === undefined ? [] : [[nobody, 'Nobody any more'] as const]),
        ]}
        onChange={value => form.change({ chosen: value })}
      />
      {chosen === somebodyNew && <Ask form={form} name="name" />}
      <Ask form={form} name="why" {...(chosen === nobody && { label: 'Why not any more?' })} />
    </FormFrame>
  );
}
