import type { Case } from '../../model/case.ts';

/** Police, orders, reports. */
export function ContactsView({ of }: { readonly of: Case }) {
  return (
    <section aria-labelledby="contacts-title" data-case={of.id}>
      <h2 id="contacts-title">Police, orders, reports</h2>
    </section>
  );
}
