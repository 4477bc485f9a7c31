import type { Case } from '../../model/case.ts';
import { PageText } from '../../reports/report/page-text.tsx';
import { useExhibits } from '../case/log/use-exhibits.ts';
import { exhibitHref } from '../case/route.ts';
import { ExhibitList } from '../parts/exhibit-list.tsx';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { usePorts } from '../parts/ports.ts';
import { readyValue, useWatched } from '../parts/use-watched.ts';
import { CaptureRunning } from '../popup/capture-running.tsx';
import { isRunning } from '../popup/progress-state.ts';
import { SupportHelp } from '../support/support-help.tsx';
import { useJurisdiction } from '../support/use-jurisdiction.ts';

/** The log beside the page: the progress of a capture, and the case that recordings go to, latest exhibit first. */
export function SidePanel() {
  const { log } = usePorts();
  const progress = readyValue(useWatched(() => log.readProgress(), []));
  const current = useWatched(async () => {
    const caseId = await log.currentCaseId();
    return caseId === undefined ? undefined : log.readCase(caseId);
  }, []);
  const of = readyValue(current);
  const jurisdiction = useJurisdiction();
  return (
    <main class="page-main">
      <h1 class="page-name">Holdfast</h1>
      <p class="hint">
        To record, press the Holdfast button in the browser’s toolbar. This panel makes the page narrower, so
        close it first if the layout matters.
      </p>
      {current.state === 'failed' && <FaultNotice error={current.error} />}
      {progress !== undefined && isRunning(progress) && (
        <CaptureRunning progress={progress} onError={() => undefined} />
      )}
      {of !== undefined && <Latest key={of.id} caseFile={of} />}
      {current.state === 'ready' && of === undefined && <p>There is nothing here yet.</p>}
      <p>
        <a href="case.html" target="_blank" rel="noopener">
          Open the log in a tab
        </a>
      </p>
      <SupportHelp jurisdiction={jurisdiction} newTab />
    </main>
  );
}

function Latest({ caseFile }: { readonly caseFile: Case }) {
  const { page, more } = useExhibits(caseFile.id, 'newest', false);
  const read = readyValue(page);
  return (
    <section aria-labelledby="latest-title">
      <h2 id="latest-title">
        <PageText text={caseFile.title} />
      </h2>
      {page.state === 'failed' && <FaultNotice error={page.error} />}
      {read?.total === 0 && <p class="muted">There is nothing here yet.</p>}
      <ExhibitList
        exhibits={read?.exhibits ?? []}
        href={exhibit => `case.html${exhibitHref(caseFile.id, exhibit.captureId)}`}
        newTab
      />
      {read !== undefined && read.exhibits.length < read.total && (
        <button type="button" onClick={more}>
          Show more
        </button>
      )}
    </section>
  );
}
