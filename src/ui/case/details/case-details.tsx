import type { Case } from '../../../model/case.ts';
import { FaultNotice } from '../../parts/fault-notice.tsx';
import { usePorts } from '../../parts/ports.ts';
import { useWatched } from '../../parts/use-watched.ts';
import { CaseForm } from './case-form.tsx';
import { ConfidentialPart } from './confidential-part.tsx';
import { DetailsPart } from './details-part.tsx';
import { SessionPart } from './session-part.tsx';

/** The name of the case and what a person wants to say about it. An officer first says why they work on it. */
export function CaseDetails({ caseFile }: { readonly caseFile: Case }) {
  const { log, send } = usePorts();
  const reporter = useWatched(() => log.readReporter(), []);
  if (reporter.state === 'waiting') return <p class="muted">Reading the log…</p>;
  if (reporter.state === 'failed') return <FaultNotice error={reporter.error} />;
  const isOfficer = reporter.value.capacity === 'officer';
  return (
    <>
      {reporter.value.capacity === 'officer' && (
        <SessionPart caseFile={caseFile} officer={reporter.value.officer} />
      )}
      <section aria-labelledby="details-title">
        <h2 id="details-title">Case details</h2>
        <CaseForm
          key={caseFile.id}
          id="case"
          about={caseFile.id}
          start={{
            title: caseFile.title,
            initials: caseFile.producer.initials,
            name: caseFile.producer.name,
          }}
          action="Save"
          onSave={words => send('case:describe', { caseId: caseFile.id, ...words })}
        />
      </section>
      <DetailsPart caseFile={caseFile} isForAnother={reporter.value.capacity !== 'affected'} />
      <ConfidentialPart caseFile={caseFile} isFolded={isOfficer} />
    </>
  );
}
