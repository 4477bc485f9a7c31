import type { Case } from '../../../model/case.ts';
import type { Reporter } from '../../../model/reporter.ts';
import { preservationFactsOf } from '../../../platforms/preservation-facts.ts';
import { PageText } from '../../../reports/report/page-text.tsx';
import { usePorts } from '../../parts/ports.ts';
import { KeepFacts } from './keep-facts.tsx';
import { RequestPapers } from './request-papers.tsx';
import { TrackPart } from './track-part.tsx';
import type { FoundRecipient } from './use-requests.ts';

interface KeepItemProps {
  readonly id: string;
  readonly caseFile: Case;
  readonly found: FoundRecipient;
  readonly reporter: Reporter;
}

/** One platform or site: what it says about such requests, the papers, and the state of the request. */
export function KeepItem({ id, caseFile, found, reporter }: KeepItemProps) {
  const { saveRequest } = usePorts();
  const { recipient, records } = found;
  const facts = preservationFactsOf(recipient.platformId);
  const isOfficer = reporter.capacity === 'officer';
  return (
    <section aria-labelledby={`${id}-title`} data-recipient={recipient.key}>
      <h2 id={`${id}-title`}>
        <PageText text={recipient.name} />
      </h2>
      <p class="muted">
        Recorded here: <PageText text={records.map(({ reference }) => reference).join(', ')} />
      </p>
      {facts.userNotice.noticeOfPreservation && (
        <div class="notice grave">
          <p>
            <strong>The other person may be told.</strong> This platform says that it may tell the owner of an
            account when it is asked to keep their data. Talk to the police before anything is sent.
          </p>
        </div>
      )}
      <KeepFacts facts={facts} isOfficer={isOfficer} />
      {saveRequest !== undefined && (
        <RequestPapers id={id} caseFile={caseFile} found={found} reporter={reporter} make={saveRequest} />
      )}
      <TrackPart id={id} caseFile={caseFile} found={found} facts={facts} />
    </section>
  );
}
