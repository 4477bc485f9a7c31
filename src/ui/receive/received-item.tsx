import { useState } from 'preact/hooks';
import type { CaseId } from '../../model/identifiers.ts';
import type { ReceivedBundle } from '../../model/received.ts';
import type { MadeFile } from '../../reports/preservation/request-order.ts';
import { receiptOf } from '../../reports/receipt/receipt.ts';
import { PageText } from '../../reports/report/page-text.tsx';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { usePorts } from '../parts/ports.ts';
import { useObjectUrl } from '../parts/use-object-url.ts';
import { useSaving } from '../parts/use-saving.ts';
import { VerdictLine } from '../verify/verdict-line.tsx';
import { Digest } from './digest.tsx';
import { EraseReceived } from './erase-received.tsx';
import { wholeFile } from './whole-file.ts';

interface ReceivedItemProps {
  readonly caseId: CaseId;
  readonly bundle: ReceivedBundle;
  readonly number: number;
}

/** One received file: the findings, from whom it came, its receipt, and the file itself to be saved again. */
export function ReceivedItem({ bundle, caseId, number }: ReceivedItemProps) {
  const { received, file, sha256, fingerprint, findings } = receiptOf(bundle);
  return (
    <section class="received" data-received={bundle.sha256} aria-label={`Received file ${number}`}>
      <h3>
        <PageText text={bundle.name} />
      </h3>
      <VerdictLine verdict={bundle.verdict} />
      <dl class="facts">
        {[...received, ...file]
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <Fact key={label} label={label} value={value} />
          ))}
        <Digest label="SHA-256 of the file" lines={sha256} />
        {fingerprint.length > 0 && <Digest label="Fingerprint of its certificate" lines={fingerprint} />}
      </dl>
      {findings.length > 0 && (
        <details>
          <summary>What the check found beside what held ({findings.length})</summary>
          <ul class="events">
            {findings.map(({ code, detail, subject }, index) => (
              <li key={`${index} ${code}`}>
                <PageText text={detail} />
                <br />
                <span class="muted">
                  <PageText text={subject} /> · <code>{code}</code>
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Papers bundle={bundle} number={number} />
      <EraseReceived bundle={bundle} caseId={caseId} number={number} />
    </section>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <PageText text={value} />
      </dd>
    </>
  );
}

/** The receipt, and the file as it was received. Both are made only on demand. */
function Papers({ bundle, number }: Omit<ReceivedItemProps, 'caseId'>) {
  const { log, receiving } = usePorts();
  const saving = useSaving();
  const [made, setMade] = useState<readonly MadeFile[]>([]);
  const [whole, setWhole] = useState<Blob | undefined>(undefined);
  if (receiving === undefined) return null;
  const which = <span class="visually-hidden"> for received file {number}</span>;
  return (
    <>
      {saving.error !== undefined && <FaultNotice error={saving.error} />}
      <div class="button-row">
        <button
          type="button"
          class="make-receipt"
          disabled={saving.isSaving}
          onClick={() => void saving.run(async () => setMade(await receiving.receipt(bundle)))}
        >
          Make the receipt{which}
        </button>
        <button
          type="button"
          class="plain"
          disabled={saving.isSaving}
          onClick={() => void saving.run(async () => setWhole(await wholeFile(log, bundle)))}
        >
          Get the file as it was received{which}
        </button>
      </div>
      <div role="status">
        {made.length > 0 && <p>The receipt is ready. Save it, print it, and have it signed.</p>}
        {whole !== undefined && (
          <p>The file was read back. Its SHA-256 is the same as when it was received.</p>
        )}
      </div>
      <ul class="files">
        {made.map(file => (
          <SaveLink key={file.path} name={`receipt-${number}-${file.path}`} bytes={file.bytes} />
        ))}
        {whole !== undefined && <SaveLink name={bundle.name} bytes={whole} />}
      </ul>
    </>
  );
}

function SaveLink({
  name,
  bytes,
}: {
  readonly name: string;
  readonly bytes: Blob | Uint8Array<ArrayBuffer>;
}) {
  const [blob] = useState(() => (bytes instanceof Blob ? bytes : new Blob([bytes])));
  const url = useObjectUrl(blob);
  return (
    <li>
      {url !== undefined && (
        <a class="button" href={url} download={name}>
          Save <PageText text={name} />
        </a>
      )}
    </li>
  );
}
