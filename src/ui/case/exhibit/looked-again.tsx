import type { Case } from '../../../model/case.ts';
import type { Recheck } from '../../../model/history.ts';
import type { CaptureId } from '../../../model/identifiers.ts';
import type { NoteHistory } from '../../../model/note.ts';
import { PageText } from '../../../reports/report/page-text.tsx';
import { recheckNames } from '../../../words/details.ts';
import { dayWords } from '../../parts/days.ts';
import { FaultNotice } from '../../parts/fault-notice.tsx';
import { Moment } from '../../parts/moment.tsx';
import { usePorts } from '../../parts/ports.ts';
import { readyValue, useWatched } from '../../parts/use-watched.ts';
import { EraseNote } from '../erase-note.tsx';
import { RecheckForm } from './recheck-form.tsx';

interface LookedAgainProps {
  readonly caseFile: Case;
  readonly captureId: CaptureId;
}

/** Whether the post was still there when somebody looked again. Nothing here opens the page. */
export function LookedAgain({ caseFile, captureId }: LookedAgainProps) {
  const { log } = usePorts();
  const read = useWatched(
    async () => ({
      notes: await log.readNotes(caseFile.id, 'recheck'),
      isOfficer: (await log.readReporter()).capacity === 'officer',
    }),
    [caseFile.id],
  );
  const { notes = [], isOfficer = false } = readyValue(read) ?? {};
  const own = notes.filter(({ versions }) => versions.at(-1)?.note.captureId === captureId);
  return (
    <section aria-labelledby="again-title">
      <h2 id="again-title">Is it still there?</h2>
      <p class="muted">
        If you looked again, you can write down what you found. You do not have to look. Holdfast never opens
        the page by itself.
      </p>
      {isOfficer && (
        <p class="notice">
          Looking at the same profile more than once may be directed surveillance and need an authority. If
          there is one, write its reference down with your session.
        </p>
      )}
      {read.state === 'failed' && <FaultNotice error={read.error} />}
      {own.length > 0 && (
        <ul class="events">
          {own.map((note, index) => (
            <Looked key={note.id} id={`again-${index + 1}`} caseFile={caseFile} history={note} />
          ))}
        </ul>
      )}
      <details id="again">
        <summary>Write down that you looked</summary>
        <RecheckForm caseFile={caseFile} captureId={captureId} />
      </details>
    </section>
  );
}

interface LookedProps {
  readonly id: string;
  readonly caseFile: Case;
  readonly history: NoteHistory<Recheck>;
}

function Looked({ id, caseFile, history }: LookedProps) {
  const last = history.versions.at(-1);
  if (last === undefined) return null;
  const { on, state, words } = last.note;
  return (
    <li>
      <p>
        <strong>{dayWords(on)}:</strong> {recheckNames[state]}. <PageText text={words} />
      </p>
      <p class="muted">
        Written down on <Moment at={last.writtenAt} />
      </p>
      <EraseNote
        id={`${id}-erase`}
        caseId={caseFile.id}
        noteId={history.id}
        about={`what was written of ${dayWords(on)}`}
        title="Erase what was written here?"
        loss="This line. The recording stays."
      />
    </li>
  );
}
