import { createExportEngine } from '../../exporting/workers/export-workers.ts';
import type { Case } from '../../model/case.ts';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { usePorts } from '../parts/ports.ts';
import { haveAnswered, useWatched } from '../parts/use-watched.ts';
import { DamagedChoice } from './damaged-choice.tsx';
import { ExportDone } from './export-done.tsx';
import { ExportProgress } from './export-progress.tsx';
import { ReviewPart } from './review-part.tsx';
import { SignedWith } from './signed-with.tsx';
import { useExport } from './use-export.ts';
import { useReview } from './use-review.ts';
import { useVolumeSize, VolumeSizeField } from './volume-size.tsx';

/** Makes the signed ZIP of a case and offers it for saving. */
export function ExportPanel({ caseFile }: { readonly caseFile: Case }) {
  const { log } = usePorts();
  const { state, start, stop, answer } = useExport(caseFile.id);
  const keys = useWatched(() => log.readKeys(), []);
  const review = useReview(caseFile.id, createExportEngine);
  const [bytes, chooseBytes] = useVolumeSize();
  const isRunning = state.stage === 'gathering' || state.stage === 'writing';
  // Anything shown later would move the button while it is pressed, and the press would be lost.
  const isRead = review.isRead && haveAnswered(keys) && bytes !== undefined;
  return (
    <section aria-labelledby="export-title">
      <h2 id="export-title">Export</h2>
      <p>
        This makes one signed ZIP file of this case. You can give it to the police, a lawyer, a helper or a
        platform. Anyone can check that it was not changed afterwards. You can report without it.
      </p>
      {state.stage === 'failed' && <FaultNotice error={state.error} />}
      {state.stage === 'damaged' && <DamagedChoice damage={state.damage} onAnswer={answer} />}
      {isRunning && <ExportProgress state={state} onStop={stop} />}
      {state.stage === 'done' && <ExportDone written={state.written} />}
      {!isRunning && state.stage !== 'damaged' && !isRead && <Reading />}
      {!isRunning && state.stage !== 'damaged' && isRead && (
        <>
          <ReviewPart review={review} />
          {state.stage !== 'done' && <BeforeSaving />}
          {keys.state === 'ready' && <SignedWith known={keys.value} />}
          <VolumeSizeField bytes={bytes} onChoose={chooseBytes} />
          <button
            type="button"
            class={state.stage === 'done' ? '' : 'main'}
            id="export"
            onClick={() => start(bytes, review.choice)}
          >
            {state.stage === 'done' ? 'Export again' : 'Export'}
          </button>
        </>
      )}
    </section>
  );
}

function Reading() {
  return (
    <p class="muted" role="status" id="export-reading">
      Reading the log…
    </p>
  );
}

function BeforeSaving() {
  return (
    <div class="notice">
      <p>
        <strong>Before you save it:</strong> the file will appear in the Downloads folder and in the browser’s
        list of downloads. Its name says nothing of what is inside, but the file is not locked: whoever opens
        it can read it.
      </p>
      <p>If someone else uses this device, save it to a memory stick or another safe place.</p>
    </div>
  );
}
