import type { Case } from '../../../model/case.ts';
import { type PrivateNote, privateNoteSchema } from '../../../model/history.ts';
import type { CaptureId } from '../../../model/identifiers.ts';
import type { NoteHistory, NoteId } from '../../../model/note.ts';
import { AskAll } from '../../forms/ask.tsx';
import { FormFrame } from '../../forms/form-frame.tsx';
import { formOf } from '../../forms/form-kind.ts';
import { useForm } from '../../forms/use-form.ts';
import { FaultNotice } from '../../parts/fault-notice.tsx';
import { usePorts } from '../../parts/ports.ts';
import { readyValue, useWatched } from '../../parts/use-watched.ts';
import { EraseNote } from '../erase-note.tsx';

/** The form for the private note of a capture. */
const privateForm = formOf('private', privateNoteSchema, {
  text: { kind: 'text', label: 'Your note', rows: 3 },
});

interface PrivateNotePartProps {
  readonly caseFile: Case;
  readonly captureId: CaptureId;
}

/** A note about an exhibit that goes into no export. */
export function PrivateNotePart({ caseFile, captureId }: PrivateNotePartProps) {
  const { log } = usePorts();
  const read = useWatched(() => log.readNotes(caseFile.id, 'private'), [caseFile.id]);
  const notes = readyValue(read)?.filter(({ versions }) => versions.at(-1)?.note.captureId === captureId);
  return (
    <section aria-labelledby="private-title">
      <h2 id="private-title">Private note</h2>
      <p class="muted">Only for you. It stays on this device. No export holds it.</p>
      {read.state === 'failed' && <FaultNotice error={read.error} />}
      {notes !== undefined && (
        <PrivateNoteForm caseFile={caseFile} captureId={captureId} history={notes.at(-1)} />
      )}
    </section>
  );
}

interface PrivateNoteFormProps extends PrivateNotePartProps {
  readonly history: NoteHistory<PrivateNote> | undefined;
}

function PrivateNoteForm({ caseFile, captureId, history }: PrivateNoteFormProps) {
  const { send } = usePorts();
  const form = useForm(privateForm, {
    id: 'private',
    key: captureId,
    saved: privateForm.draftOf(history?.versions.at(-1)?.note),
    send: ({ text }) => {
      const note = { kind: 'private', captureId, text } as const;
      return send('note:write', { caseId: caseFile.id, note, noteId: history?.id });
    },
  });
  return (
    <>
      <FormFrame form={form} action="Save the note">
        <AskAll form={form} />
      </FormFrame>
      {history !== undefined && <Erase caseFile={caseFile} noteId={history.id} onErased={form.forget} />}
    </>
  );
}

interface EraseProps {
  readonly caseFile: Case;
  readonly noteId: NoteId;
  readonly onErased: () => void;
}

function Erase({ caseFile, noteId, onErased }: EraseProps) {
  return (
    <EraseNote
      id="private-erase"
      caseId={caseFile.id}
      noteId={noteId}
      about="the private note"
      title="Erase this note?"
      loss="The note and every earlier version of it."
      onErased={onErased}
    />
  );
}
