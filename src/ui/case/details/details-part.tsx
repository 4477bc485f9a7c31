import type { Case } from '../../../model/case.ts';
import type { CaseDetails } from '../../../model/details.ts';
import type { NoteHistory } from '../../../model/note.ts';
import { FormFrame } from '../../forms/form-frame.tsx';
import { useForm } from '../../forms/use-form.ts';
import { FaultNotice } from '../../parts/fault-notice.tsx';
import { usePorts } from '../../parts/ports.ts';
import { EraseNote } from '../erase-note.tsx';
import { useNotes } from '../use-note.ts';
import { DetailsHistory } from './details-history.tsx';
import { DetailsQuestions, detailsForm } from './details-questions.tsx';

interface DetailsPartProps {
  readonly caseFile: Case;
  /** True where somebody else writes down what the affected person says. */
  readonly isForAnother: boolean;
}

/** The details of the case as a whole. Every question may be skipped; each saved version is kept. */
export function DetailsPart({ caseFile, isForAnother }: DetailsPartProps) {
  const read = useNotes(caseFile.id, 'details');
  return (
    <section aria-labelledby="told-title">
      <h2 id="told-title">What it is about</h2>
      <p>
        <strong>You can skip every question,</strong> answer some now and others later, and change any answer.
        Your answers go into the file you export for the police or a solicitor. In court, the other side may
        read them too.
      </p>
      {isForAnother && (
        <p>Write it as the person it happened to says it, and only what they want to be written.</p>
      )}
      {read.state === 'failed' && <FaultNotice error={read.error} />}
      {read.state === 'ready' && <DetailsForm caseFile={caseFile} history={read.value[0]} />}
    </section>
  );
}

interface DetailsFormProps {
  readonly caseFile: Case;
  readonly history: NoteHistory<CaseDetails> | undefined;
}

function DetailsForm({ caseFile, history }: DetailsFormProps) {
  const { send } = usePorts();
  const form = useForm(detailsForm, {
    id: 'told',
    key: caseFile.id,
    saved: detailsForm.draftOf(history?.versions.at(-1)?.note),
    startsAnew: true,
    send: answers =>
      send('note:write', { caseId: caseFile.id, noteId: history?.id, note: { kind: 'details', ...answers } }),
  });
  return (
    <>
      <FormFrame form={form}>
        <DetailsQuestions form={form} history={history} />
      </FormFrame>
      {history !== undefined && (
        // Outside the form, since the Enter key in the erase question would otherwise save the answers.
        <div class="button-row">
          <EraseNote
            id="told-erase"
            caseId={caseFile.id}
            noteId={history.id}
            about="these answers"
            loss="All these answers, and every version of them that was saved before. Nobody can bring it back. The list of events still says what was asked for, and whether you wanted to be spoken to first."
            onErased={form.forget}
          />
        </div>
      )}
      {history !== undefined && <DetailsHistory history={history} />}
    </>
  );
}
