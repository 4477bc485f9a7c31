import { useRef, useState } from 'preact/hooks';
import type { Case } from '../../../model/case.ts';
import type { Confidential } from '../../../model/confidential.ts';
import type { NoteHistory } from '../../../model/note.ts';
import { FormFrame } from '../../forms/form-frame.tsx';
import { useForm } from '../../forms/use-form.ts';
import { FaultNotice } from '../../parts/fault-notice.tsx';
import { usePorts } from '../../parts/ports.ts';
import { EraseNote } from '../erase-note.tsx';
import { useNotes } from '../use-note.ts';
import { ConfidentialQuestions, confidentialForm } from './confidential-questions.tsx';

interface ConfidentialPartProps {
  readonly caseFile: Case;
  /** True for an officer: no address or phone number is shown until it is asked for. */
  readonly isFolded: boolean;
}

/** The confidential answers: they go into no file unless that is chosen at the export. */
export function ConfidentialPart({ caseFile, isFolded }: ConfidentialPartProps) {
  const [isAsked, setAsked] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const open = () => {
    setAsked(true);
    // The button disappears, and the form that replaces it begins below the title.
    title.current?.focus();
  };
  return (
    <section aria-labelledby="apart-title">
      <h2 id="apart-title" ref={title} tabIndex={-1}>
        Kept apart
      </h2>
      <p>
        <strong>This goes into no file unless you tick it when you export.</strong> There you choose who gets
        it. You can skip every question, and the police can ask you themselves.
      </p>
      {isFolded && !isAsked ? (
        <>
          <p class="muted">
            This may hold the address and phone number of the person it happened to. Open it only when you
            need it.
          </p>
          <button type="button" id="apart-open" onClick={open}>
            Show what is kept apart
          </button>
        </>
      ) : (
        <ConfidentialNotes caseFile={caseFile} />
      )}
    </section>
  );
}

function ConfidentialNotes({ caseFile }: { readonly caseFile: Case }) {
  const read = useNotes(caseFile.id, 'confidential');
  if (read.state === 'waiting') return <p class="muted">Reading the log…</p>;
  if (read.state === 'failed') return <FaultNotice error={read.error} />;
  return <ConfidentialForm caseFile={caseFile} history={read.value[0]} />;
}

interface ConfidentialFormProps {
  readonly caseFile: Case;
  readonly history: NoteHistory<Confidential> | undefined;
}

function ConfidentialForm({ caseFile, history }: ConfidentialFormProps) {
  const { send } = usePorts();
  const form = useForm(confidentialForm, {
    id: 'apart',
    key: caseFile.id,
    saved: confidentialForm.draftOf(history?.versions.at(-1)?.note),
    startsAnew: true,
    send: answers =>
      send('note:write', {
        caseId: caseFile.id,
        noteId: history?.id,
        note: { kind: 'confidential', ...answers },
      }),
  });
  return (
    <>
      <FormFrame form={form}>
        <ConfidentialQuestions form={form} />
      </FormFrame>
      {history !== undefined && (
        // Outside the form, since the Enter key in the erase question would otherwise save the answers.
        <div class="button-row">
          <EraseNote
            id="apart-erase"
            caseId={caseFile.id}
            noteId={history.id}
            about="what is kept apart"
            loss="Everything that is kept apart, and every version of it that was saved before. Nobody can bring it back."
            onErased={form.forget}
          />
        </div>
      )}
    </>
  );
}
