import type { Occasion } from '../../../matter/occasions.ts';
import type { Case } from '../../../model/case.ts';
import { occasionSchema } from '../../../model/note.ts';
import { AskAll } from '../../forms/ask.tsx';
import { FormFrame } from '../../forms/form-frame.tsx';
import { formOf } from '../../forms/form-kind.ts';
import { useForm } from '../../forms/use-form.ts';
import { usePorts } from '../../parts/ports.ts';
import { EraseNote } from '../erase-note.tsx';
import { occasionName, occasionNoteOf } from './occasion-words.ts';

/** The form for the label of an existing occasion. */
const labelForm = formOf('occasion-label', occasionSchema, {
  label: { kind: 'line', label: 'Words for this occasion' },
});

interface OccasionGroupProps {
  readonly id: string;
  readonly caseFile: Case;
  readonly occasion: Occasion;
}

/** What can be done with an occasion that a person grouped: relabel it, or take it apart. */
export function OccasionGroup({ id, caseFile, occasion }: OccasionGroupProps) {
  const { send } = usePorts();
  const { noteId, items } = occasion;
  const form = useForm(labelForm, {
    id,
    key: noteId ?? '',
    saved: labelForm.draftOf(occasion),
    send: ({ label }) =>
      send('note:write', { caseId: caseFile.id, note: occasionNoteOf(label, items), noteId }),
  });
  if (noteId === undefined) return null;
  return (
    <details>
      <summary>
        Change or undo<span class="visually-hidden"> {occasionName(occasion)}</span>
      </summary>
      <FormFrame form={form} action="Save the words" isMain={false}>
        <AskAll form={form} />
      </FormFrame>
      <EraseNote
        id={`${id}-undo`}
        caseId={caseFile.id}
        noteId={noteId}
        action="Undo"
        isLight
        about={occasionName(occasion)}
        onErased={form.forget}
        title="Take this occasion apart?"
        loss="Its words are lost for good. Everything in it stays in the case and stands by its own day again."
      />
    </details>
  );
}
