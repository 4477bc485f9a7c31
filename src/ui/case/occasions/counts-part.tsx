import { isIncident } from '../../../matter/items.ts';
import type { Occasion, OccasionCount } from '../../../matter/occasions.ts';
import { PageText } from '../../../reports/report/page-text.tsx';
import { countSentences, doerWords } from './occasion-words.ts';

interface CountsPartProps {
  readonly counts: readonly OccasionCount[];
  readonly occasions: readonly Occasion[];
}

/** How many occasions each person or account has, as plain facts. Draws nothing when there are no counts. */
export function CountsPart({ counts, occasions }: CountsPartProps) {
  const leavesOut = occasions.some(({ grouped, items }) => grouped === 'by-day' && !items.every(isIncident));
  if (counts.length === 0) return null;
  return (
    <section aria-labelledby="counts-title">
      <h2 id="counts-title">How many occasions</h2>
      <p class="muted">
        Holdfast only counts. It decides nothing, and says nothing of what the law makes of it.
      </p>
      <ul class="events">
        {counts.map(count => (
          <li key={JSON.stringify([count.doer, count.place, count.target])}>
            <h3>
              <PageText text={doerWords(count)} />
            </h3>
            {count.target !== '' && (
              <p class="muted">
                Aimed at: <PageText text={count.target} />
              </p>
            )}
            <p>{countSentences(count).join(' ')}</p>
          </li>
        ))}
      </ul>
      {leavesOut && (
        <p class="aside">
          A recording of an account’s own page counts only when you say what it is, or put it into an
          occasion.
        </p>
      )}
    </section>
  );
}
