import { useState } from 'preact/hooks';
import type { LogReader } from '../../evidence/reader.ts';
import type { Case } from '../../model/case.ts';
import type { ExhibitReference } from '../../model/exhibit.ts';
import type { CaptureId, CaseId } from '../../model/identifiers.ts';
import type { NoteId } from '../../model/note.ts';
import { forgetAbout } from '../forms/drafts.ts';
import { Dialog } from '../parts/dialog.tsx';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { usePorts } from '../parts/ports.ts';

interface EraseDialogProps {
  readonly of: Case;
  readonly captureId: CaptureId;
  readonly reference: ExhibitReference;
  readonly onClose: () => void;
}

/** Says exactly what is lost and what stays, asks for a reason, and erases on one explicit confirmation. */
export function EraseDialog({ of, captureId, reference, onClose }: EraseDialogProps) {
  const { log, send } = usePorts();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>(undefined);
  const [erasing, setErasing] = useState(false);

  async function erase(event: Event): Promise<void> {
    event.preventDefault();
    setErasing(true);
    try {
      const notes = await notesAbout(log, of.id, captureId);
      const why = reason.trim();
      await send('exhibit:erase', { captureId, reason: why });
      for (const noteId of notes) await send('note:erase', { caseId: of.id, noteId, reason: why });
      forgetAbout(captureId);
      onClose();
    } catch (thrown) {
      setError(thrown);
      setErasing(false);
    }
  }

  return (
    <Dialog title={`Erase ${reference}?`} onClose={onClose}>
      <WhatGoesAndStays reference={reference} />
      <form onSubmit={event => void erase(event)}>
        <ReasonField reason={reason} onReason={setReason} />
        {error !== undefined && <FaultNotice error={error} />}
        <div class="button-row">
          <button type="button" onClick={onClose}>
            Keep it
          </button>
          <button type="submit" class="grave" id="erase-confirm" disabled={erasing}>
            Erase for good
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** What was written of this exhibit alone, beside the words about it. */
async function notesAbout(log: LogReader, caseId: CaseId, captureId: CaptureId): Promise<readonly NoteId[]> {
  const notes = [...(await log.readNotes(caseId, 'private')), ...(await log.readNotes(caseId, 'recheck'))];
  return notes.filter(({ versions }) => versions.at(-1)?.note.captureId === captureId).map(({ id }) => id);
}

interface ReasonFieldProps {
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}

function ReasonField({ reason, onReason }: ReasonFieldProps) {
  return (
    <div class="field">
      <label for="erase-reason">Why is it erased?</label>
      <p class="hint" id="erase-reason-hint">
        One short line. It is kept, and goes into files you export. You may leave it empty.
      </p>
      <input
        id="erase-reason"
        aria-describedby="erase-reason-hint"
        maxLength={200}
        value={reason}
        onInput={event => onReason(event.currentTarget.value)}
      />
    </div>
  );
}

function WhatGoesAndStays({ reference }: { readonly reference: ExhibitReference }) {
  return (
    <>
      <p>
        <strong>What is lost for good:</strong> the pictures and their copies to give away, the text, the copy
        of the page, the record of address and account, and all your words about it, your private note too.
        Nobody can bring them back.
      </p>
      <p>
        <strong>What stays:</strong> the number {reference}, the times it was recorded and erased, the digests
        in the list of events, and the reason you give. The number is not used again.
      </p>
      <p>Files you exported before still hold it.</p>
    </>
  );
}
