import { useState } from 'preact/hooks';
import type { CaseId } from '../../model/identifiers.ts';
import type { NoteId } from '../../model/note.ts';
import { EraseQuestion } from '../parts/erase-question.tsx';
import { usePorts } from '../parts/ports.ts';

interface EraseNoteProps {
  readonly id: string;
  readonly caseId: CaseId;
  readonly noteId: NoteId;
  /** Names the note, for people who cannot see where the button is. */
  readonly about: string;
  /** What is lost for good, as whole sentences. */
  readonly loss: string;
  /** The text of the button, and the title of the dialog. */
  readonly action?: string;
  readonly title?: string;
  /** True where only a grouping is lost, and nothing that a person wrote. */
  readonly isLight?: boolean;
  readonly onErased?: () => void;
}

/** Erases a note for good, after a question and with an optional reason. */
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
  return (
    <EraseQuestion
      id={id}
      title={title}
      action={isLight ? action : `${action} for good`}
      isLight={isLight}
      onErase={reason => send('note:erase', { caseId, noteId, reason })}
      onErased={onErased}
      onClose={onClose}
    >
      <p>{isLight ? loss : `What is lost for good: ${loss}`}</p>
      {!isLight && (
        <p>
          What stays: the list of events keeps that something was written and erased, when, and the reason you
          give. Files you exported before still hold what was in them.
        </p>
      )}
    </EraseQuestion>
  );
}
