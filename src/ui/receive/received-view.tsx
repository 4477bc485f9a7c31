import { useState } from 'preact/hooks';
import type { Case } from '../../model/case.ts';
import type { CaseId } from '../../model/identifiers.ts';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { type ReceivingPort, usePorts } from '../parts/ports.ts';
import { useWatched } from '../parts/use-watched.ts';
import { FileChooser } from '../verify/file-chooser.tsx';
import { useCheck } from '../verify/use-check.ts';
import { CheckResult, CheckRunning } from '../verify/verify-page.tsx';
import { limits } from '../verify/words.ts';
import { LostItem } from './lost-item.tsx';
import { type ReceivedOfCase, readReceived } from './read-received.ts';
import { ReceiveForm } from './receive-form.tsx';
import { ReceivedItem } from './received-item.tsx';

/** The received files of a case, and the place to drop another. */
export function ReceivedView({ caseFile }: { readonly caseFile: Case }) {
  const { log, receiving } = usePorts();
  const read = useWatched(
    () => log.readStill(caseFile.id, () => readReceived(log, caseFile.id)),
    [caseFile.id],
  );
  return (
    <>
      <section aria-labelledby="receive-title">
        <h2 id="receive-title">Receive a file</h2>
        <p>
          Did somebody hand you a ZIP file that Holdfast made? It is checked here, kept byte for byte, and you
          get a receipt for it. You can then go on with this case: record more, write your diary, export. The
          file goes into the export unchanged.
        </p>
        {receiving === undefined ? (
          <p class="muted">Files cannot be received on this page.</p>
        ) : (
          <Receive caseFile={caseFile} receiving={receiving} />
        )}
      </section>
      <section aria-labelledby="received-title">
        <h2 id="received-title">Received files</h2>
        {read.state === 'failed' && <FaultNotice error={read.error} />}
        {read.state === 'ready' && <Files caseId={caseFile.id} received={read.value} />}
      </section>
    </>
  );
}

/** The missing files come first. */
function Files({
  caseId,
  received: { rows, lost, isChainBroken },
}: {
  readonly caseId: CaseId;
  readonly received: ReceivedOfCase;
}) {
  const listed = new Set(rows.map(({ id }) => id));
  return (
    <>
      {rows.length + lost.length === 0 && <p class="muted">This case holds no file of anybody else.</p>}
      {lost.map((file, index) => {
        const isListed = listed.has(file.receivedId);
        return (
          <LostItem
            key={file.receivedId}
            file={file}
            number={index + 1}
            isListed={isListed}
            mayBeErased={isChainBroken && !isListed}
          />
        );
      })}
      {rows.map((bundle, index) => (
        <ReceivedItem key={bundle.id} caseId={caseId} bundle={bundle} number={index + 1} />
      ))}
    </>
  );
}

function Receive({ caseFile, receiving }: { readonly caseFile: Case; readonly receiving: ReceivingPort }) {
  const { state, start, stop } = useCheck(receiving.check);
  const [isKept, setKept] = useState(false);
  const choose = (files: readonly File[]) => {
    setKept(false);
    void start(files, []);
  };
  return (
    <>
      <FileChooser onFiles={choose} fate="It is checked first, and kept only when you say so." />
      <CheckRunning state={state} onStop={stop} />
      <div role="status">
        {isKept && <p class="notice">Kept as it is. It stands below, with its receipt.</p>}
      </div>
      {state.kind === 'done' && !isKept && (
        <>
          <CheckResult result={state.result} />
          <p class="limits">{limits}</p>
          <ReceiveForm
            files={state.files}
            reports={state.result.reports}
            receiving={receiving}
            caseOf={async () => caseFile.id}
            onKept={() => setKept(true)}
          />
        </>
      )}
    </>
  );
}
