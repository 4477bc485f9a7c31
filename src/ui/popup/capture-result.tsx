import { checkResultWords, checkWords } from '../../model/capture-check-words.ts';
import type { FaultCode } from '../../model/fault.ts';
import type { CaptureProgress } from '../../model/journal.ts';
import { faultWords } from '../../words/faults.ts';
import { usePorts } from '../parts/ports.ts';
import { VeiledThumbnail } from '../parts/veiled-thumbnail.tsx';
import { faultOf, reasonsOf } from './progress-state.ts';

/** How the last capture ended: its reference and a blurred picture, or why it was not made. */
export function CaptureResult({
  progress,
  picture,
}: {
  readonly progress: CaptureProgress;
  readonly picture: Blob | undefined;
}) {
  const fault = faultOf(progress);
  if (progress.reference === undefined) return <NothingKept progress={progress} fault={fault} />;
  const partial = progress.outcome === 'partial';
  return (
    <section
      class="card"
      id="capture-result"
      aria-labelledby="result-title"
      data-capture={progress.captureId}
    >
      <div role="status">
        <h2 id="result-title" data-reference={progress.reference} data-outcome={progress.outcome}>
          Recorded as {progress.reference}
        </h2>
        {partial && <Reasons progress={progress} fault={fault} />}
        {!partial && <AllChecked progress={progress} />}
      </div>
      {picture !== undefined && <VeiledThumbnail picture={picture} />}
      <AddWords progress={progress} />
    </section>
  );
}

/** For a complete recording, what was checked; nothing when its record has no checks. */
function AllChecked({ progress }: { readonly progress: CaptureProgress }) {
  if (progress.checks === undefined) return null;
  return (
    <details class="muted">
      <summary>Pictures and text were checked.</summary>
      <ul>
        {progress.checks.map(({ check, result }) => (
          <li key={check}>
            {checkWords[check]}: {checkResultWords[result]}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Reasons({
  progress,
  fault,
}: {
  readonly progress: CaptureProgress;
  readonly fault: FaultCode | undefined;
}) {
  return (
    <>
      <p>It is partial: not everything could be recorded.</p>
      <ul>
        {reasonsOf(progress).map(reason => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {fault !== undefined && (
        <p>
          {faultWords[fault].kept} {faultWords[fault].next}
        </p>
      )}
    </>
  );
}

function NothingKept({
  progress,
  fault,
}: {
  readonly progress: CaptureProgress;
  readonly fault: FaultCode | undefined;
}) {
  return (
    <section
      class="notice"
      id="capture-result"
      aria-labelledby="result-title"
      data-capture={progress.captureId}
    >
      <div role="status">
        <h2 id="result-title" data-fault={progress.fault}>
          Nothing was recorded
        </h2>
        {reasonsOf(progress).map(reason => (
          <p key={reason}>{reason}</p>
        ))}
        {fault !== undefined && <p>{faultWords[fault].next}</p>}
      </div>
    </section>
  );
}

function AddWords({ progress }: { readonly progress: CaptureProgress }) {
  const { shell } = usePorts();
  const path = `case.html#case/${progress.caseId}/exhibit/${progress.captureId}`;
  return (
    <div class="button-row">
      <button type="button" onClick={() => void shell.openPage(path)}>
        Add what happened
      </button>
    </div>
  );
}
