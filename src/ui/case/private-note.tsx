import { useState } from 'preact/hooks';
import type { Case } from '../../model/case.ts';
import type { PrivateNote } from '../../model/history.ts';
import type { CaptureId } from '../../model/identifiers.ts';
import type { NoteHistory, NoteId } from '../../model/note.ts';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { TextArea } from '../parts/fields.tsx';
import { usePorts } from '../parts/ports.ts';
import { useSaving } from '../parts/use-saving.ts';
import { readyValue, useWatched } from '../parts/use-watched.ts';
import { EraseNote } from './erase-note.tsx';

interface PrivateNotePartProps {
  readonly of: Case;
  readonly captureId: CaptureId;
}

/** Words about an exhibit that no export holds. */
export function PrivateNotePart({ of, captureId }: PrivateNotePartProps) {
  const { log } = usePorts();
  const read = useWatched(() => log.readNotes(of.id, 'private'), [of.id]);
  const notes = readyValue(read)?.filter(({ versions }) => versions.at(-1)?.note.captureId === captureId);
  return (
    <section aria-labelledby="private-title">
      <h2 id="private-title">Private note</h2>
      <p class="muted">Only for you. It stays on this device. No export holds it.</p>
      {read.state === 'failed' && <FaultNotice error={read.error} />}
      {notes !== undefined && <PrivateNoteForm of={of} captureId={captureId} history={notes.at(-1)} />}
    </section>
  );
}

interface PrivateNoteFormProps extends PrivateNotePartProps {
  readonly history: NoteHistory<PrivateNote> | undefined;
}

function PrivateNoteForm({ of, captureId, history }: PrivateNoteFormProps) {
  const { send } = usePorts();
  const saving = useSaving();
  const [text, setText] = useState(history?.versions.at(-1)?.note.text ?? '');
  const save = (event: Event) => {
    event.preventDefault();
    if (text.trim() === '') return saving.say('Write something first.');
    const note = { kind: 'private', captureId, text: text.trim() } as const;
    void saving.run(() => send('note:write', { caseId: of.id, note, noteId: history?.id }));
  };
  return (
    <>
      <form onSubmit={save}>
        <TextArea
          id="private-text"
          label="Your note"
          value={text}
          rows={3}
          longest={20_000}
          onChange={value => {
            setText(value);
            saving.say('');
          }}
        />
        {saving.error !== undefined && <FaultNotice error={saving.error} />}
        <div class="button-row">
          <button type="submit" id="private-save" disabled={saving.isSaving}>
            Save the note
          </button>
          <span role="status">{saving.said}</span>
        </div>
      </form>
      {history !== undefined && <Erase of={of} noteId={history.id} onErased={() => setText('')} />}
    </>
  );
}

interface EraseProps {
  readonly of: Case;
  readonly noteId: NoteId;
  readonly onErased: () => void;
}

function Erase({ of, noteId, onErased }: EraseProps) {
  return (
    <EraseNote
      id="private-erase"
      caseId={of.id}
      noteId={noteId}
      about="the private note"
      title="Erase this note?"
      loss="The note and every earlier version of it."
      onErased={onErased}
    />
  );
}
