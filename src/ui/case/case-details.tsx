import type { Case } from '../../model/case.ts';
import { usePorts } from '../parts/ports.ts';
import { CaseForm } from './case-form.tsx';

/** Renames a case and says who produces its exhibits. */
export function CaseDetails({ of }: { readonly of: Case }) {
  const { send } = usePorts();
  return (
    <section aria-labelledby="details-title">
      <h2 id="details-title">Case details</h2>
      <CaseForm
        key={of.id}
        id="case"
        start={{ title: of.title, initials: of.producer.initials, name: of.producer.name }}
        action="Save"
        onSave={words => send('case:describe', { caseId: of.id, ...words })}
      />
    </section>
  );
}
