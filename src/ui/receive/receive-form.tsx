import { useEffect, useRef, useState } from 'preact/hooks';
import type { VerificationReport } from '../../model/finding.ts';
import { type CaseId, toInstant } from '../../model/identifiers.ts';
import type { ReceiptFacts } from '../../model/received.ts';
import type { Reporter } from '../../model/reporter.ts';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { type ReceivingPort, usePorts } from '../parts/ports.ts';
import { readyValue, useWatched } from '../parts/use-watched.ts';
import { type ReceiptDraft, ReceiptFields } from './receipt-fields.tsx';

interface ReceiveFormProps {
  readonly files: readonly File[];
  readonly reports: readonly VerificationReport[];
  readonly receiving: ReceivingPort;
  /** The case that they go to. Called when the form is sent; it may open a new case. */
  readonly caseOf: () => Promise<CaseId>;
  readonly onKept: (caseId: CaseId) => void;
}

/** Asks how the checked files came, then keeps each of them as it is. */
export function ReceiveForm(props: ReceiveFormProps) {
  const { log } = usePorts();
  const reporter = readyValue(useWatched(() => log.readReporter(), []));
  return reporter === undefined ? null : <Form {...props} reporter={reporter} />;
}

function Form({
  files,
  reports,
  receiving,
  caseOf,
  onKept,
  reporter,
}: ReceiveFormProps & { readonly reporter: Reporter }) {
  const { now } = usePorts();
  const [draft, setDraft] = useState<ReceiptDraft>(() => startOf(reporter, now()));
  const [said, say] = useState('');
  const keeping = useKeeping({ files, reports, receiving, caseOf, onKept });
  const many = files.length > 1;
  const start = () => {
    if (reporter.capacity === 'officer' && draft.officer.trim() === '')
      return say('Write the name of the officer who receives it first.');
    const receivedAt = Date.parse(draft.receivedAt);
    if (Number.isNaN(receivedAt)) return say('Choose the day and time when it was received.');
    say('');
    void keeping.start(factsOf(draft, receivedAt));
  };
  return (
    <form
      id="receive-form"
      onSubmit={event => {
        event.preventDefault();
        start();
      }}
    >
      <h3>{many ? `How these ${files.length} files came` : 'How this file came'}</h3>
      <ReceiptFields
        draft={draft}
        isOfficer={reporter.capacity === 'officer'}
        onChange={change => setDraft({ ...draft, ...change })}
      />
      {keeping.error !== undefined && <FaultNotice error={keeping.error} />}
      <p role="status">{said}</p>
      {keeping.share === undefined ? (
        <button type="submit" class="main" id="receive-keep">
          {many ? 'Keep these files as they are' : 'Keep this file as it is'}
        </button>
      ) : (
        <div class="running">
          <p role="status">Keeping …</p>
          <progress max={1} value={keeping.share} aria-label="Keeping" />
          <button type="button" id="receive-stop" onClick={keeping.stop}>
            Stop
          </button>
        </div>
      )}
    </form>
  );
}

/** Keeps the files one after another. `share` is the part done, undefined while nothing is being kept. */
function useKeeping({ files, reports, receiving, caseOf, onKept }: ReceiveFormProps) {
  const { send, now } = usePorts();
  const [checkedAt] = useState(now);
  const [share, setShare] = useState<number | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const running = useRef<AbortController | undefined>(undefined);
  // When one of several fails, those before it are already kept.
  const done = useRef(new Set<File>());
  useEffect(() => () => running.current?.abort(), []);

  async function start(facts: ReceiptFacts): Promise<void> {
    const control = new AbortController();
    running.current = control;
    setShare(0);
    setError(undefined);
    try {
      const { name, version } = await send('software:describe', {});
      const caseId = await caseOf();
      const total = Math.max(
        1,
        files.reduce((sum, { size }) => sum + size, 0),
      );
      let before = 0;
      for (const [index, file] of files.entries()) {
        const report = reports[index];
        if (report === undefined) continue;
        const past = before;
        before += file.size;
        if (done.current.has(file)) continue;
        await receiving.keep(
          {
            ...{ file, report, facts, checkedWith: `${name} ${version}` },
            keep: receivedId => send('bundle:received', { caseId, receivedId }),
          },
          { signal: control.signal, checkedAt, onProgress: bytes => setShare((past + bytes) / total) },
        );
        done.current.add(file);
      }
      onKept(caseId);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setShare(undefined);
    }
  }

  return { share, error, start, stop: () => running.current?.abort() };
}

function startOf(reporter: Reporter, at: Date): ReceiptDraft {
  const officer = reporter.capacity === 'officer' ? reporter.officer : undefined;
  return {
    name: '',
    organisation: '',
    medium: '',
    place: '',
    receivedAt: localMoment(at),
    officer: [officer?.rank, officer?.name, officer?.number, officer?.force].filter(Boolean).join(', '),
    remarks: '',
  };
}

function factsOf(draft: ReceiptDraft, receivedAt: number): ReceiptFacts {
  return {
    from: { name: draft.name.trim(), organisation: draft.organisation.trim() },
    medium: draft.medium.trim(),
    place: draft.place.trim(),
    receivedAt: toInstant(receivedAt),
    officer: draft.officer.trim(),
    remarks: draft.remarks.trim(),
  };
}

/** A moment as a `datetime-local` field takes it, in this computer's time zone: `2026-03-04T05:06`. */
function localMoment(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
