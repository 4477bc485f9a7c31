import { useState } from 'preact/hooks';
import type { CaseId } from '../../model/identifiers.ts';
import type { NoteId } from '../../model/note.ts';
import { Dialog } from '../parts/dialog.tsx';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { TextField } from '../parts/fields.tsx';
import { usePorts } from '../parts/ports.ts';
import { useSaving } from '../parts/use-saving.ts';

interface EraseNoteProps {
  readonly id: string;
  readonly caseId: CaseId;
  readonly noteId: NoteId;
  /** Which note is meant, for somebody who does not see where the button stands. */
  readonly about: string;
  /** What is lost for good, as whole sentences. */
  readonly loss: string;
  /** What the button says, and the question above the dialog. */
  readonly action?: string;
  readonly title?: string;
  /** True where nothing that a person told is lost but the way it was put together. */
  readonly isLight?: boolean;
  readonly onErased?: () => void;
}

/** Erases one note for good, after a question and with a reason that may be left empty. */
export function EraseNote(props: EraseNoteProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" class={props.isLight ? '' : 'grave'} id={props.id} onClick={() => setOpen(true)}>
        {props.action ?? 'Erase'}…<span class="visually-hidden"> {props.about}</span>
      </button>
      {isOpen && <Question {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function Question({
  id,
  caseId,
  noteId,
  action = 'Erase',
  title = 'Erase this?',
  loss,
  isLight = false,
  onErased,
  onClose,
}: EraseNoteProps & { readonly onClose: () => void }) {
  const { send } = usePorts();
  const saving = useSaving();
  const [reason, setReason] = useState('');
  async function erase(): Promise<void> {
    const isErased = await saving.run(() => send('note:erase', { caseId, noteId, reason: reason.trim() }));
    if (!isErased) return;
    onClose();
    onErased?.();
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{isLight ? loss : `What is lost for good: ${loss}`}</p>
      {!isLight && (
        <p>
          What stays: the list of events keeps that something was written and erased, when, and the reason you
          give. Files you exported before still hold what was in them.
        </p>
      )}
      {/* No form of its own: the button may stand inside the form that saves the note. */}
      <TextField
        id={`${id}-reason`}
        label="Why?"
        hint="One short line. It is kept, and goes into files you export. You may leave it empty."
        value={reason}
        longest={200}
        onChange={setReason}
      />
      {saving.error !== undefined && <FaultNotice error={saving.error} />}
      <div class="button-row">
        <button type="button" onClick={onClose}>
          Keep it
        </button>
        <button
          type="button"
          class={isLight ? '' : 'grave'}
          id={`${id}-confirm`}
          disabled={saving.isSaving}
          onClick={() => void erase()}
        >
          {isLight ? action : `${action} for good`}
        </button>
      </div>
    </Dialog>
  );
}
