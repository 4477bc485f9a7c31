import type { ReportFacts } from './facts.ts';
import { ReferenceLink } from './references.tsx';
import type { ReportPart } from './report-parts.tsx';

interface ContentsProps {
  readonly facts: ReportFacts;
  readonly opening: readonly ReportPart[];
  readonly closing: readonly ReportPart[];
}

/** Links to every section and every exhibit of this report, in order. */
export function Contents({ facts, opening, closing }: ContentsProps) {
  return (
    <section class="contents" id="index" aria-labelledby="index-heading">
      <h2 id="index-heading">Index</h2>
      <ol>
        {opening.map(part => (
          <Line key={part.id} part={part} />
        ))}
        <li>
          The {facts.words.exhibits} of this ZIP, one after the other
          <ul class="references">
            {facts.exhibits.map(({ entry }) => (
              <li key={entry.reference}>
                <ReferenceLink reference={entry.reference} facts={facts} />
              </li>
            ))}
          </ul>
        </li>
        {closing.map(part => (
          <Line key={part.id} part={part} />
        ))}
      </ol>
    </section>
  );
}

function Line({ part: { id, heading } }: { readonly part: ReportPart }) {
  return (
    <li>
      <a href={`#${id}`}>{heading}</a>
    </li>
  );
}
