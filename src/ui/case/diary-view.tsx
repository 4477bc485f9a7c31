import type { Case } from '../../model/case.ts';

/** Diary and occasions. */
export function DiaryView({ of }: { readonly of: Case }) {
  return (
    <section aria-labelledby="diary-title" data-case={of.id}>
      <h2 id="diary-title">Diary and occasions</h2>
    </section>
  );
}
