import type { ComponentChildren } from 'preact';
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
  /** What it is, for someone who does not see which entry the button stands in. */
  readonly name: string;
  /** What is lost for good, as whole sentences. */
  readonly lost: ComponentChildren;
  readonly onErased?: () => void;
}

/** The button that erases a note, and its question: it says what is lost and what stays, and asks why. */
export function EraseNote({ id, name, ...dialog }: EraseNoteProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="grave" id={`${id}-erase`} onClick={() => setOpen(true)}>
        Erase…<span class="visually-hidden"> {name}</span>
      </button>
      {isOpen && <EraseDialog {...dialog} onClose={() => setOpen(false)} />}
    </>
  );
}

type EraseDialogProps = Omit<EraseNoteProps, 'id' | 'name'> & { readonly onClose: () => void };

function EraseDialog({ caseId, noteId, lost, onErased, onClose }: EraseDialogProps) {
  const { send } = usePorts();
  const saving = useSaving();
  const [reason, setReason] = useState('');
  const erase = () =>
    void saving
      .run(() => send('note:erase', { caseId, noteId, reason: reason.trim() }))
      .then(isErased => {
        if (!isErased) return;
        onErased?.();
        onClose();
      });
  return (
    <Dialog title="Erase this?" onClose={onClose}>
      <p>
        <strong>What is lost for good:</strong> {lost} Nobody can bring it back.
      </p>
      <p>
        <strong>What stays:</strong> the list of events keeps that something was written and erased, when, and
        the reason you give. Files you exported before still hold what was in them.
      </p>
      <TextField
        id="erase-note-reason"
        label="Why is it erased?"
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
          class="grave"
          id="erase-note-confirm"
          disabled={saving.isSaving}
          onClick={erase}
        >
          Erase for good
        </button>
      </div>
    </Dialog>
  );
}
