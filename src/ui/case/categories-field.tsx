import { type ContentCategory, contentCategorySchema } from '../../model/content.ts';
import { categoryNames } from '../../words/content.ts';
import { CheckGroup } from '../parts/checks.tsx';

interface CategoriesFieldProps {
  readonly id: string;
  readonly chosen: readonly ContentCategory[];
  readonly onChange: (chosen: readonly ContentCategory[]) => void;
}

/** What an item is, as the person says. Beside a threat stands where to turn when there is danger. */
export function CategoriesField({ id, chosen, onChange }: CategoriesFieldProps) {
  return (
    <>
      <CheckGroup
        id={id}
        legend="What it is"
        hint="Tick what fits, as you see it. It may be several, or none."
        options={options}
        chosen={chosen}
        onChange={onChange}
      />
      <div role="status">
        {chosen.includes('threat') && <p class="notice">If you are in danger now, call 999.</p>}
      </div>
    </>
  );
}

const options = contentCategorySchema.options.map(each => [each, categoryNames[each]] as const);
