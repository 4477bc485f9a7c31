import { useState } from 'preact/hooks';
import type { Case } from '../../model/case.ts';
import type { DiaryEntry } from '../../model/history.ts';
import type { NoteId } from '../../model/note.ts';
import { visibleText } from '../../reports/visible-text.ts';
import { useDraft } from '../forms/drafts.ts';
import { CheckGroup } from '../parts/checks.tsx';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { TextArea, TextField } from '../parts/fields.tsx';
import { usePorts } from '../parts/ports.ts';
import { useSaving } from '../parts/use-saving.ts';
import { type DiaryDraft, diaryDraftOf, diaryDrafts, diaryEntryOf } from './diary-draft.ts';
import { DiaryMore } from './diary-more.tsx';

/** What the form needs to know of the case around the entry. */
export interface DiaryAround {
  readonly of: Case;
  readonly people: readonly string[];
  readonly hasOrders: boolean;
}

interface DiaryFormProps extends DiaryAround {
  readonly id: string;
  readonly noteId?: NoteId;
  readonly entry?: DiaryEntry;
  readonly onDone: () => void;
}

/** Writes or changes a diary entry. Unsaved words stay in this page. */
export function DiaryForm({ id, of, people, hasOrders, noteId, entry, onDone }: DiaryFormProps) {
  const { send } = usePorts();
  const saving = useSaving();
  const key = noteId ?? of.id;
  const [saved] = useState(() => diaryDraftOf(entry, people));
  const { draft, change, forget } = useDraft(diaryDrafts, key, saved);
  const set = (part: Partial<DiaryDraft>) => {
    change(part);
    saving.say('');
  };
  async function save(event: Event): Promise<void> {
    event.preventDefault();
    const note = diaryEntryOf(draft);
    if (typeof note === 'string') return saving.say(note);
    if (await saving.run(() => send('note:write', { caseId: of.id, note, noteId }))) leave();
  }
  function leave(): void {
    forget();
    onDone();
  }
  return (
    <form onSubmit={event => void save(event)}>
      <WhenAndWhat id={id} draft={draft} onChange={set} />
      <Who id={id} draft={draft} people={people} onChange={set} />
      <DiaryMore id={id} draft={draft} hasOrders={hasOrders} onChange={set} />
      {saving.error !== undefined && <FaultNotice error={saving.error} />}
      <div class="button-row">
        <button type="submit" class="main" id={`${id}-save`} disabled={saving.isSaving}>
          Save
        </button>
        <button type="button" onClick={leave}>
          Do not save
        </button>
        <span role="status">{saving.said}</span>
      </div>
    </form>
  );
}

interface PartProps {
  readonly id: string;
  readonly draft: DiaryDraft;
  readonly onChange: (change: Partial<DiaryDraft>) => void;
}

function WhenAndWhat({ id, draft, onChange }: PartProps) {
  return (
    <>
      <TextField
        id={`${id}-on`}
        label="Day it happened"
        hint="For example 27 March 2026. Leave it empty if you do not know it."
        value={draft.on}
        longest={40}
        onChange={on => onChange({ on })}
      />
      <TextField
        id={`${id}-time`}
        label="Time, as you know it"
        hint="For example 21:30, or: in the evening."
        value={draft.time}
        longest={200}
        onChange={time => onChange({ time })}
      />
      <TextArea
        id={`${id}-what`}
        label="What happened"
        hint="In your own words. Everyone who gets the exported file may read it, in court also the other side."
        value={draft.what}
        rows={5}
        longest={20_000}
        required
        onChange={what => onChange({ what })}
      />
    </>
  );
}

function Who({ id, draft, people, onChange }: PartProps & Pick<DiaryAround, 'people'>) {
  return (
    <>
      {people.length > 0 && (
        <CheckGroup
          id={`${id}-people`}
          legend="Who did it, as you think"
          options={people.map(name => [name, visibleText(name)] as const)}
          chosen={draft.people}
          onChange={chosen => onChange({ people: chosen })}
        />
      )}
      <TextArea
        id={`${id}-others`}
        label={people.length > 0 ? 'Somebody else' : 'Who did it, as you think'}
        hint="Names, or any words. One on each line. Leave it empty if you do not know."
        value={draft.others}
        rows={2}
        longest={10_000}
        onChange={others => onChange({ others })}
      />
    </>
  );
}
