import { useState } from 'preact/hooks';
import type { Occasion } from '../../matter/occasions.ts';
import type { Case } from '../../model/case.ts';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { TextField } from '../parts/fields.tsx';
import { usePorts } from '../parts/ports.ts';
import { useSaving } from '../parts/use-saving.ts';
import { EraseNote } from './erase-note.tsx';
import { occasionName, occasionNoteOf } from './occasion-words.ts';

interface OccasionGroupProps {
  readonly id: string;
  readonly of: Case;
  readonly occasion: Occasion;
}

/** What can be done with an occasion that a person put together: call it otherwise, or take it apart. */
export function OccasionGroup({ id, of, occasion }: OccasionGroupProps) {
  const { send } = usePorts();
  const saving = useSaving();
  const [label, setLabel] = useState(occasion.label);
  const { noteId, items } = occasion;
  if (noteId === undefined) return null;
  const save = (event: Event) => {
    event.preventDefault();
    void saving.run(() => send('note:write', { caseId: of.id, note: occasionNoteOf(label, items), noteId }));
  };
  return (
    <details>
      <summary>
        Change or undo<span class="visually-hidden"> {occasionName(occasion)}</span>
      </summary>
      <form onSubmit={save}>
        <TextField
          id={`${id}-label`}
          label="Words for this occasion"
          value={label}
          longest={200}
          onChange={setLabel}
        />
        {saving.error !== undefined && <FaultNotice error={saving.error} />}
        <div class="button-row">
          <button type="submit" id={`${id}-save`} disabled={saving.isSaving}>
            Save the words
          </button>
          <span role="status">{saving.said}</span>
        </div>
      </form>
      <EraseNote
        id={`${id}-undo`}
        caseId={of.id}
        noteId={noteId}
        action="Undo"
        isLight
        about={occasionName(occasion)}
        title="Take this occasion apart?"
        loss="Its words are lost for good. Everything in it stays in the case and stands by its own day again."
      />
    </details>
  );
}
