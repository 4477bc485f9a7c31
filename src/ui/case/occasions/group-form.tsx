import { useState } from 'preact/hooks';
import type { Item } from '../../../matter/items.ts';
import type { Occasion } from '../../../matter/occasions.ts';
import type { Case } from '../../../model/case.ts';
import { occasionSchema } from '../../../model/note.ts';
import { visibleText } from '../../../words/visible-text.ts';
import { AskAll } from '../../forms/ask.tsx';
import { FormFrame } from '../../forms/form-frame.tsx';
import { formOf } from '../../forms/form-kind.ts';
import { useForm } from '../../forms/use-form.ts';
import { SelectField } from '../../parts/fields.tsx';
import { usePorts } from '../../parts/ports.ts';
import { occasionName, occasionNoteOf } from './occasion-words.ts';

interface GroupFormProps {
  readonly caseFile: Case;
  readonly chosen: readonly Item[];
  /** The occasions that a person grouped before. */
  readonly groups: readonly Occasion[];
  readonly onGrouped: () => void;
}

const aNewOne = '';

/** The form for the label of a new occasion, by case. */
const groupForm = formOf('occasion', occasionSchema, {
  label: {
    kind: 'line',
    label: 'Words for the new occasion',
    hint: 'A few words to know it by. You may leave them empty.',
  },
});
const empty = groupForm.draftOf();

/** Groups the chosen items into a new occasion, or adds them to an existing one. */
export function GroupForm({ caseFile, chosen, groups, onGrouped }: GroupFormProps) {
  const { send } = usePorts();
  const [into, setInto] = useState(aNewOne);
  const group = groups.find(({ noteId }) => noteId === into);
  const form = useForm(groupForm, {
    id: 'group',
    key: caseFile.id,
    saved: empty,
    // Only a new occasion takes the label.
    startsAnew: group === undefined,
    check: () => (chosen.length === 0 ? 'Choose something below first.' : undefined),
    send: ({ label }) => {
      const note = occasionNoteOf(group?.label ?? label, [...(group?.items ?? []), ...chosen]);
      return send('note:write', { caseId: caseFile.id, note, noteId: group?.noteId });
    },
    onSaved: onGrouped,
  });
  return (
    <FormFrame form={form} action="Put into one occasion" isMain={false} quiet={`Chosen: ${chosen.length}.`}>
      {groups.length > 0 && (
        <SelectField
          id="group-into"
          label="Put what you choose into"
          value={into}
          options={[
            [aNewOne, 'A new occasion'],
            ...groups.map(each => [each.noteId ?? '', visibleText(occasionName(each))] as const),
          ]}
          onChange={setInto}
        />
      )}
      {group === undefined && <AskAll form={form} />}
    </FormFrame>
  );
}
