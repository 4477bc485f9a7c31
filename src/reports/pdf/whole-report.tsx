import { exhibitsInOrder, type ReportInput } from '../input.ts';
import { Continuity } from '../report/continuity.tsx';
import { Cover } from '../report/cover.tsx';
import { ExhibitList } from '../report/exhibit-list.tsx';
import { ExhibitSection } from '../report/exhibit-section.tsx';
import { glossary } from '../words/glossary.ts';

/** Every section of the report in the order of `report.html`. */
export function Report({ input }: { readonly input: ReportInput }) {
  return (
    <main>
      <Cover input={input} />
      <ExhibitList input={input} />
      {exhibitsInOrder(input).map(exhibit => (
        <ExhibitSection key={exhibit.entry.reference} exhibit={exhibit} />
      ))}
      <Continuity custody={input.custody} />
      <section class="sheet">
        <h2>Words used in this report</h2>
        <dl class="glossary">
          {glossary.map(([term, meaning]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
    </main>
  );
}
