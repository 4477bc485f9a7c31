import type { ContentCategory } from '../../../model/content.ts';
import { categoryNames } from '../../../words/content.ts';

/** What is asked of an exhibit and of a diary entry alike. */
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

/** Beside a threat stands where to turn when there is danger. */
export function DangerNotice({ categories }: { readonly categories: readonly ContentCategory[] }) {
  return (
    <div role="status">
      {categories.includes('threat') && <p class="notice">If you are in danger now, call 999.</p>}
    </div>
  );
}
