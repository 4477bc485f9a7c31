import type { LogReader } from '../../evidence/reader.ts';
import type { Case } from '../../model/case.ts';
import type { ExhibitReference } from '../../model/exhibit.ts';
import type { CaptureId, CaseId } from '../../model/identifiers.ts';
import type { NoteId } from '../../model/note.ts';
import { forgetAbout } from '../forms/drafts.ts';
import { EraseQuestion } from '../parts/erase-question.tsx';
import { usePorts } from '../parts/ports.ts';

interface EraseDialogProps {
  readonly caseFile: Case;
  readonly captureId: CaptureId;
  readonly reference: ExhibitReference;
  readonly onClose: () => void;
}

/** Says exactly what is lost and what stays, then erases the exhibit and the notes about it alone. */
export function EraseDialog({ caseFile, captureId, reference, onClose }: EraseDialogProps) {
  const { log, send } = usePorts();
  async function erase(reason: string): Promise<void> {
    const notes = await notesAbout(log, caseFile.id, captureId);
    await send('exhibit:erase', { captureId, reason });
    for (const noteId of notes) await send('note:erase', { caseId: caseFile.id, noteId, reason });
    forgetAbout(captureId);
  }
  return (
    <EraseQuestion
      id="erase"
      title={`Erase ${reference}?`}
      action="Erase for good"
      onErase={erase}
      onClose={onClose}
    >
      <WhatGoesAndStays reference={reference} />
    </EraseQuestion>
  );
}

/** The private note and rechecks of this exhibit. */
async function notesAbout(log: LogReader, caseId: CaseId, captureId: CaptureId): Promise<readonly NoteId[]> {
  const notes = [...(await log.readNotes(caseId, 'private')), ...(await log.readNotes(caseId, 'recheck'))];
  return notes.filter(({ versions }) => versions.at(-1)?.note.captureId === captureId).map(({ id }) => id);
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
