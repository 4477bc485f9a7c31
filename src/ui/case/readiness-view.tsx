import type { Case } from '../../model/case.ts';

/** What would help. */
export function ReadinessView({ of }: { readonly of: Case }) {
  return (
    <section aria-labelledby="ready-title" data-case={of.id}>
      <h2 id="ready-title">What would help</h2>
    </section>
  );
}
