import type { Case } from '../../model/case.ts';
import { PageText } from '../../reports/report/page-text.tsx';
import { hasDrafts } from '../forms/drafts.ts';
import { SessionReminder } from './details/session-reminder.tsx';
import { type CaseView, caseHref, type Route } from './route.ts';

const views: readonly (readonly [CaseView, string])[] = [
  ['log', 'Exhibits'],
  ['diary', 'Diary and occasions'],
  ['accounts', 'Accounts'],
  ['details', 'Case details'],
  ['contacts', 'Police, orders, reports'],
  ['keep', 'Ask the platform to keep it'],
  ['ready', 'What would help'],
  ['received', 'Received'],
  ['continuity', 'Continuity'],
  ['export', 'Export'],
];

interface CaseHeaderProps {
  readonly caseFile: Case;
  readonly route: Route;
  readonly isCurrent: boolean;
}

/** The title of the case and the links to its parts. */
export function CaseHeader({ caseFile, route, isCurrent }: CaseHeaderProps) {
  const shown = route.kind === 'case' ? route.view : 'log';
  return (
    <>
      <div class="exhibit-row">
        <p>
          <strong>
            <PageText text={caseFile.title} />
          </strong>
        </p>
        {isCurrent && <p class="muted">Recordings go here.</p>}
        <p>
          <a href="#cases">All cases</a>
        </p>
      </div>
      {hasDrafts.value && (
        <p class="notice" role="status">
          Some of your words are not saved yet. They stay here until you close this page.
        </p>
      )}
      <SessionReminder key={caseFile.id} caseFile={caseFile} />
      <nav aria-label="Parts of the case">
        <ul class="tabs">
          {views.map(([view, name]) => (
            <li key={view}>
              <a href={caseHref(caseFile.id, view)} {...(view === shown ? { 'aria-current': 'page' } : {})}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
