import type { Case } from '../../../model/case.ts';
import { FaultNotice } from '../../parts/fault-notice.tsx';
import { usePorts } from '../../parts/ports.ts';
import { useWatched } from '../../parts/use-watched.ts';
import { CaseForm } from './case-form.tsx';
import { ConfidentialPart } from './confidential-part.tsx';
import { DetailsPart } from './details-part.tsx';
import { SessionPart } from './session-part.tsx';

/** What the case is called, and what a person wants to tell of it. An officer says first why they are here. */
export function CaseDetails({ of }: { readonly of: Case }) {
  const { log, send } = usePorts();
  const reporter = useWatched(() => log.readReporter(), []);
  if (reporter.state === 'waiting') return <p class="muted">Reading the log…</p>;
  if (reporter.state === 'failed') return <FaultNotice error={reporter.error} />;
  const isOfficer = reporter.value.capacity === 'officer';
  return (
    <>
      {reporter.value.capacity === 'officer' && <SessionPart of={of} officer={reporter.value.officer} />}
      <section aria-labelledby="details-title">
        <h2 id="details-title">Case details</h2>
        <CaseForm
          key={of.id}
          id="case"
          about={of.id}
          start={{ title: of.title, initials: of.producer.initials, name: of.producer.name }}
          action="Save"
          onSave={words => send('case:describe', { caseId: of.id, ...words })}
        />
      </section>
      <DetailsPart of={of} isForAnother={reporter.value.capacity !== 'affected'} />
      <ConfidentialPart of={of} isFolded={isOfficer} />
    </>
  );
}
