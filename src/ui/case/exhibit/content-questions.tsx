import type { ContentCategory } from '../../../model/content.ts';
import { categoryNames } from '../../../words/content.ts';

/** The questions that exhibits and diary entries share. */
export const contentQuestions = {
  categories: {
    kind: 'several',
    label: 'What it is',
    hint: 'Tick what fits, as you see it. It may be several, or none.',
    names: categoryNames,
  },
  breachesOrder: {
    kind: 'tick',
    label: 'I think it goes against an order of a court or the police',
    id: 'breaches',
  },
} as const;

/** Says where to turn in danger when the item is tagged as a threat. */
export function DangerNotice({ categories }: { readonly categories: readonly ContentCategory[] }) {
  return (
    <div role="status">
      {categories.includes('threat') && <p class="notice">If you are in danger now, call 999.</p>}
    </div>
  );
}
