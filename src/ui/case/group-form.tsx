import { useState } from 'preact/hooks';
import type { Case } from '../../model/case.ts';
import type { Item } from '../../reports/matter/items.ts';
import type { Occasion } from '../../reports/matter/occasions.ts';
import { visibleText } from '../../reports/visible-text.ts';
import { draftStore, useDraft } from '../forms/drafts.ts';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { SelectField, TextField } from '../parts/fields.tsx';
import { usePorts } from '../parts/ports.ts';
import { useSaving } from '../parts/use-saving.ts';
import { occasionName, occasionNoteOf } from './occasion-words.ts';

interface GroupFormProps {
  readonly of: Case;
  readonly chosen: readonly Item[];
  /** The occasions that were put together before. */
  readonly groups: readonly Occasion[];
  readonly onGrouped: () => void;
}

const aNewOne = '';

/** Words for a new occasion that were typed and not yet saved, by case. */
const drafts = draftStore<{ readonly label: string }>('occasion', ({ label }) => label.trim());

/** Puts the chosen items into a new occasion, or into one that is there. */
export function GroupForm({ of, chosen, groups, onGrouped }: GroupFormProps) {
  const { send } = usePorts();
  const saving = useSaving();
  const [into, setInto] = useState(aNewOne);
  const { draft, change, settle } = useDraft(drafts, of.id, { label: '' });
  const group = groups.find(({ noteId }) => noteId === into);
  async function save(event: Event): Promise<void> {
    event.preventDefault();
    if (chosen.length === 0) return saving.say('Choose something below first.');
    const note = occasionNoteOf(group?.label ?? draft.label, [...(group?.items ?? []), ...chosen]);
    const request = { caseId: of.id, note, noteId: group?.noteId };
    if (!(await saving.run(() => send('note:write', request)))) return;
    if (group === undefined) settle(draft);
    onGrouped();
  }
  return (
    <form onSubmit={event => void save(event)}>
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
      {group === undefined && (
        <TextField
          id="group-label"
          label="Words for the new occasion"
          hint="A few words to know it by. You may leave them empty."
          value={draft.label}
          longest={200}
          onChange={label => change({ label })}
        />
      )}
      {saving.error !== undefined && <FaultNotice error={saving.error} />}
      <div class="button-row">
        <button type="submit" id="group-save" disabled={saving.isSaving}>
          Put into one occasion
        </button>
        <span role="status">{saving.said === '' ? `Chosen: ${chosen.length}.` : saving.said}</span>
      </div>
    </form>
  );
}
