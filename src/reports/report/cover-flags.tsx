import type { ContentCategory } from '../../model/content.ts';
import { emergencyLine } from '../../words/asked.ts';
import { categoryWords } from '../../words/content.ts';
import { countWords } from '../../words/happening.ts';
import type { ReportFacts } from './facts.ts';
import { Items } from './references.tsx';

const flagged: readonly ContentCategory[] = ['threat', 'private-information', 'intimate-image'];

/** Items tagged as a threat, private information or an intimate image; nothing when there are none. */
export function CoverFlags({ facts }: { readonly facts: ReportFacts }) {
  const flags = flagged.flatMap(category => {
    const items = facts.matter.items.filter(({ categories }) => categories.includes(category));
    return items.length === 0 ? [] : [{ category, items }];
  });
  if (flags.length === 0) return null;
  return (
    <section class="notice" aria-label="To be read first">
      <p>
        <strong>To be read first</strong>, as tagged by {facts.teller}:
      </p>
      <ul>
        {flags.map(({ category, items }) => (
          <li key={category}>
            <strong>
              {countWords(items.length, 'item')}: {categoryWords[category]}
            </strong>{' '}
            (<Items items={items} facts={facts} />)
          </li>
        ))}
      </ul>
      {facts.matter.threats.length > 0 && (
        <p>
          <strong>{emergencyLine}</strong> The threats stand together in <a href="#threats">Threats first</a>.
        </p>
      )}
    </section>
  );
}
