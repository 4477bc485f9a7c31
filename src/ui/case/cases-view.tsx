import type { Case } from '../../model/case.ts';
import type { CaseId } from '../../model/identifiers.ts';
import { PageText } from '../../reports/report/page-text.tsx';
import { Moment } from '../parts/moment.tsx';
import { usePorts } from '../parts/ports.ts';
import { CaseForm } from './details/case-form.tsx';
import { caseHref } from './route.ts';

interface CasesViewProps {
  readonly cases: readonly Case[];
  readonly current: CaseId | undefined;
  readonly onError: (error: unknown) => void;
}

/** All cases, which of them recordings go to, and a form to open another. */
export function CasesView({ cases, current, onError }: CasesViewProps) {
  const { send } = usePorts();
  const choose = (caseId: CaseId) => void send('case:choose', { caseId }).catch(onError);
  return (
    <>
      <section aria-labelledby="cases-title">
        <h2 id="cases-title">Cases</h2>
        {cases.length === 0 && <p>There is no case yet. Your first recording opens one.</p>}
        <ul class="exhibit-list">
          {cases.map(each => (
            <CaseRow key={each.id} caseFile={each} isCurrent={each.id === current} onChoose={choose} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="open-title">
        <h2 id="open-title">Open another case</h2>
        <p class="muted">Only needed when two matters have nothing to do with each other.</p>
        <CaseForm
          key={cases.length}
          id="new-case"
          about="new"
          startsAnew
          start={{
            title: '',
            initials: cases[0]?.producer.initials ?? '',
            name: cases[0]?.producer.name ?? '',
          }}
          action="Open the case"
          onSave={async words => {
            location.hash = caseHref(await send('case:open', words));
          }}
        />
      </section>
    </>
  );
}

interface CaseRowProps {
  readonly caseFile: Case;
  readonly isCurrent: boolean;
  readonly onChoose: (caseId: CaseId) => void;
}

function CaseRow({ caseFile, isCurrent, onChoose }: CaseRowProps) {
  return (
    <li>
      <h3>
        <a href={caseHref(caseFile.id)}>
          <PageText text={caseFile.title} />
        </a>
      </h3>
      <p class="muted">
        Opened <Moment at={caseFile.openedAt} />
      </p>
      {isCurrent ? (
        <p>
          <span class="label">Recordings go here</span>
        </p>
      ) : (
        <button type="button" onClick={() => onChoose(caseFile.id)}>
          Send recordings here<span class="visually-hidden">: {caseFile.title}</span>
        </button>
      )}
    </li>
  );
}
