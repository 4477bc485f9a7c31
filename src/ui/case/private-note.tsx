import type { Case } from '../../model/case.ts';
import type { PrivateNote } from '../../model/history.ts';
import type { CaptureId } from '../../model/identifiers.ts';
import type { NoteHistory, NoteId } from '../../model/note.ts';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { TextArea } from '../parts/fields.tsx';
import { usePorts } from '../parts/ports.ts';
import { useSaving } from '../parts/use-saving.ts';
import { readyValue, useWatched } from '../parts/use-watched.ts';
import { draftStore, useDraft } from './drafts.ts';
import { EraseNote } from './erase-note.tsx';
import { NoteForm } from './note-form.tsx';

/** Private notes that were typed and not yet saved, by capture. */
const drafts = draftStore<{ readonly text: string }>('private', ({ text }) => text.trim());

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
  const saved = { text: history?.versions.at(-1)?.note.text ?? '' };
  const { draft, isChanged, change, forget } = useDraft(drafts, captureId, saved);
  const save = () => {
    const text = draft.text.trim();
    if (text === '') return saving.say('Write something first.');
    const note = { kind: 'private', captureId, text } as const;
    void saving.run(() => send('note:write', { caseId: of.id, note, noteId: history?.id }));
  };
  return (
    <>
      <NoteForm id="private" saving={saving} isChanged={isChanged} action="Save the note" onSave={save}>
        <TextArea
          id="private-text"
          label="Your note"
          value={draft.text}
          rows={3}
          longest={20_000}
          onChange={text => {
            saving.say('');
            change({ text });
          }}
        />
      </NoteForm>
      {history !== undefined && <Erase of={of} noteId={history.id} onErased={forget} />}
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
