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
  /** What the button says, which note it means for who cannot see it, and the question above the dialog. */
  readonly action: string;
  readonly about: string;
  readonly title: string;
  /** What is lost and what stays. */
  readonly loss: string;
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
        {props.action}…<span class="visually-hidden"> {props.about}</span>
      </button>
      {isOpen && <Question {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function Question({
  id,
  caseId,
  noteId,
  action,
  title,
  loss,
  isLight = false,
  onErased,
  onClose,
}: EraseNoteProps & { readonly onClose: () => void }) {
  const { send } = usePorts();
  const saving = useSaving();
  const [reason, setReason] = useState('');
  async function erase(event: Event): Promise<void> {
    event.preventDefault();
    const isErased = await saving.run(() => send('note:erase', { caseId, noteId, reason: reason.trim() }));
    if (!isErased) return;
    onClose();
    onErased?.();
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{loss}</p>
      <form onSubmit={event => void erase(event)}>
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
            type="submit"
            class={isLight ? '' : 'grave'}
            id={`${id}-confirm`}
            disabled={saving.isSaving}
          >
            {isLight ? action : `${action} for good`}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
