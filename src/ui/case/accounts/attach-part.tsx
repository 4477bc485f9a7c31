import { useState } from 'preact/hooks';
import type { Case } from '../../../model/case.ts';
import { PageText } from '../../../reports/report/page-text.tsx';
import { Moment } from '../../parts/moment.tsx';
import { AttachForm, isAttaching } from './attach-form.tsx';
import {
  type AttributionHistory,
  type ListedAccount,
  latestOf,
  type PersonHistory,
  personName,
} from './use-accounts.ts';

interface AttachPartProps {
  readonly id: string;
  readonly caseFile: Case;
  readonly listed: ListedAccount;
  readonly people: readonly PersonHistory[];
}

/** Whose the user thinks the account is, and why, with a form to say or change it. */
export function AttachPart({ id, caseFile, listed, people }: AttachPartProps) {
  const [isOpen, setOpen] = useState(() => isAttaching(caseFile, listed.account));
  const attribution = listed.attributions.at(-1);
  const isAttached = listed.attributions.some(each => latestOf(each)?.person !== undefined);
  return (
    <>
      <h3>Whose account it is</h3>
      {!isAttached && <p>You have not said whose account you think it is. You do not have to.</p>}
      {listed.attributions.map(each => (
        <Attached key={each.id} attribution={each} people={people} />
      ))}
      <div class="button-row">
        <button
          type="button"
          id={`${id}-attach`}
          aria-expanded={isOpen}
          aria-controls={`${id}-form`}
          onClick={() => setOpen(!isOpen)}
        >
          {isAttached ? 'Change whose account it is' : 'Say whose account it is'}
        </button>
      </div>
      <div id={`${id}-form`} hidden={!isOpen}>
        {isOpen && (
          <AttachForm
            id={id}
            caseFile={caseFile}
            account={listed.account}
            attribution={attribution}
            people={people}
          />
        )}
      </div>
    </>
  );
}

interface AttachedProps {
  readonly attribution: AttributionHistory;
  readonly people: readonly PersonHistory[];
}

function Attached({ attribution, people }: AttachedProps) {
  const now = latestOf(attribution);
  return (
    <>
      {now?.person !== undefined && (
        <p>
          You think it belongs to{' '}
          <strong>
            <PageText text={personName(people, now.person) ?? 'somebody whose name was erased'} />
          </strong>
          . Why: <PageText text={now.why} />
        </p>
      )}
      <details>
        <summary>What was saved before</summary>
        <ol class="events" reversed>
          {attribution.versions.toReversed().map(({ version, writtenAt, note }) => (
            <li key={version}>
              <p class="muted">
                <Moment at={writtenAt} />
              </p>
              <p>
                {note.person === undefined ? (
                  'Nobody any more.'
                ) : (
                  <PageText text={personName(people, note.person) ?? 'somebody whose name was erased'} />
                )}{' '}
                <PageText text={note.why} />
              </p>
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}
