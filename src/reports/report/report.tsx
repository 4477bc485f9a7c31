import { exhibitDirectory } from '../../model/exhibit.ts';
import { limitsLine } from '../../words/limits.ts';
import type { ReportInput } from '../input.ts';
import { Contents } from './contents.tsx';
import { Cover } from './cover.tsx';
import { ExhibitSection } from './exhibit-section.tsx';
import { factsOf, type ReportFacts } from './facts.ts';
import { closingParts, openingParts, type ReportPart } from './report-parts.tsx';

/** The whole report as one tree of plain elements, from which both the HTML page and the PDF are made. */
export function Report({ input }: { readonly input: ReportInput }) {
  const facts = factsOf(input);
  const opening = openingParts(facts);
  const closing = closingParts(facts);
  return (
    <main>
      <Cover facts={facts} />
      <Contents facts={facts} opening={opening} closing={closing} />
      <Parts parts={opening} />
      {facts.exhibits.map(exhibit => (
        <ExhibitSection key={exhibitDirectory(exhibit.entry.reference)} exhibit={exhibit} facts={facts} />
      ))}
      <Parts parts={closing} />
      <RunningLine facts={facts} />
    </main>
  );
}

/** Parts that are usually short and do not begin on a new sheet in print. */
const flowing: ReadonlySet<string> = new Set([
  'own-words',
  'contacts',
  'rechecks',
  'sessions',
  'exhibits',
  'unused',
  'check',
  'limits',
]);

function Parts({ parts }: { readonly parts: readonly ReportPart[] }) {
  return (
    <>
      {parts.map(({ id, heading, body }) => (
        <section
          key={id}
          class={flowing.has(id) ? 'sheet part' : 'sheet'}
          id={id}
          aria-labelledby={`${id}-heading`}
        >
          <h2 id={`${id}-heading`}>{heading}</h2>
          {body}
        </section>
      ))}
    </>
  );
}

/** Shown once on a screen. In print a browser repeats it on every sheet. */
function RunningLine({ facts }: { readonly facts: ReportFacts }) {
  return (
    <p class="running">
      Reference <bdi>{facts.reference}</bdi>
      <span class="running-limits">. {limitsLine}</span>
    </p>
  );
}
