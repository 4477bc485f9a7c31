import { useEffect, useState } from 'preact/hooks';
import type { Case } from '../../model/case.ts';
import { ExportPanel } from '../export/export-panel.tsx';
import { hasDrafts } from '../forms/drafts.ts';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { usePorts } from '../parts/ports.ts';
import { useWatched } from '../parts/use-watched.ts';
import { ReceivedView } from '../receive/received-view.tsx';
import { useJurisdiction } from '../support/use-jurisdiction.ts';
import { AccountsView } from './accounts/accounts-view.tsx';
import { CaseHeader } from './case-header.tsx';
import { CasesView } from './cases-view.tsx';
import { ContactsView } from './contacts/contacts-view.tsx';
import { ContinuityView } from './continuity-view.tsx';
import { CaseDetails } from './details/case-details.tsx';
import { DiaryView } from './diary/diary-view.tsx';
import { ExhibitView } from './exhibit/exhibit-view.tsx';
import { KeepView } from './keep/keep-view.tsx';
import { LogView } from './log/log-view.tsx';
import { ReadinessView } from './readiness-view.tsx';
import { parseRoute, type Route } from './route.ts';

/** The log: every case with its exhibits, its details, its continuity and its export. */
export function CasePage() {
  useWarningBeforeLeaving();
  const route = parseRoute(useHash());
  const jurisdiction = useJurisdiction('caseId' in route ? route.caseId : undefined);
  return (
    <PageFrame jurisdiction={jurisdiction}>
      <h1 class="visually-hidden">Log</h1>
      <CaseContent />
    </PageFrame>
  );
}

function CaseContent() {
  const { log } = usePorts();
  const [error, setError] = useState<unknown>(undefined);
  const route = parseRoute(useHash());
  const read = useWatched(
    async () => ({ cases: await log.listCases(), current: await log.currentCaseId() }),
    [],
  );
  if (read.state === 'waiting') return <p class="muted">Reading the log…</p>;
  if (read.state === 'failed') return <FaultNotice error={read.error} />;
  const { cases, current } = read.value;
  const asked = 'caseId' in route ? route.caseId : current;
  const shown = cases.find(each => each.id === asked);
  return (
    <>
      {error !== undefined && <FaultNotice error={error} />}
      {shown === undefined || route.kind === 'cases' ? (
        <>
          {'caseId' in route && <FaultNotice error={{ code: 'log.case.not-found' }} />}
          <CasesView cases={cases} current={current} onError={setError} />
        </>
      ) : (
        <>
          <CaseHeader caseFile={shown} route={route} isCurrent={shown.id === current} />
          <View caseFile={shown} route={route} />
        </>
      )}
    </>
  );
}

function View({ caseFile, route }: { readonly caseFile: Case; readonly route: Route }) {
  if (route.kind === 'exhibit')
    return <ExhibitView key={route.captureId} caseFile={caseFile} captureId={route.captureId} />;
  switch (route.kind === 'case' ? route.view : 'log') {
    case 'accounts':
      return <AccountsView key={caseFile.id} caseFile={caseFile} />;
    case 'keep':
      return <KeepView key={caseFile.id} caseFile={caseFile} />;
    case 'diary':
      return <DiaryView key={caseFile.id} caseFile={caseFile} />;
    case 'details':
      return <CaseDetails key={caseFile.id} caseFile={caseFile} />;
    case 'contacts':
      return <ContactsView key={caseFile.id} caseFile={caseFile} />;
    case 'ready':
      return <ReadinessView key={caseFile.id} caseFile={caseFile} />;
    case 'received':
      return <ReceivedView key={caseFile.id} caseFile={caseFile} />;
    case 'continuity':
      return <ContinuityView caseFile={caseFile} />;
    case 'export':
      return <ExportPanel caseFile={caseFile} />;
    case 'log':
      return <LogView key={caseFile.id} caseFile={caseFile} />;
  }
}

/** Asks before the page is closed while something is unsaved. Moving within the page does not ask. */
function useWarningBeforeLeaving(): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => hasDrafts.value && event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, []);
}

/** The fragment of the address, from `#` on, kept up to date. */
function useHash(): string {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const changed = () => setHash(location.hash);
    addEventListener('hashchange', changed);
    // It may have changed since the first render.
    changed();
    return () => removeEventListener('hashchange', changed);
  }, []);
  return hash;
}
