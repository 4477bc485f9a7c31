import { useState } from 'preact/hooks';
import { hateGroundSchema } from '../../model/content.ts';
import { hateGroundNames } from '../../words/content.ts';
import { CheckGroup } from '../parts/checks.tsx';
import { TextArea, TextField } from '../parts/fields.tsx';
import { BreachCheck } from './breach-check.tsx';
import { CategoriesField } from './categories-field.tsx';
import { saysMore, type WordsDraft } from './words-draft.ts';

interface MoreWordsProps {
  readonly draft: WordsDraft;
  readonly hasOrders: boolean;
  readonly onChange: (change: Partial<WordsDraft>) => void;
}

/** Everything else that may be said of an exhibit, folded until something is. */
export function MoreWords({ draft, hasOrders, onChange }: MoreWordsProps) {
  const [startsOpen] = useState(() => saysMore(draft));
  const isUntrue = draft.categories.includes('false-statement') || draft.untrue !== '';
  return (
    <details id="words-more" open={startsOpen}>
      <summary>More you can say, if you want</summary>
      <CategoriesField
        id="words-categories"
        chosen={draft.categories}
        onChange={categories => onChange({ categories })}
      />
      {isUntrue && (
        <TextArea
          id="words-untrue"
          label="What is untrue in it"
          hint="Say what is not true and, if you want, how it can be seen."
          value={draft.untrue}
          rows={2}
          longest={5_000}
          onChange={untrue => onChange({ untrue })}
        />
      )}
      <BreachCheck
        id="words-breaches"
        hasOrders={hasOrders}
        isBreach={draft.breachesOrder}
        onChange={breachesOrder => onChange({ breachesOrder })}
      />
      <AroundIt draft={draft} onChange={onChange} />
      <CheckGroup
        id="words-hate"
        legend="Was it hate, as you see it?"
        hint="What you believe counts. You do not have to show it. I think it was because of:"
        options={hateOptions}
        chosen={draft.hatePerceived}
        onChange={hatePerceived => onChange({ hatePerceived })}
      />
    </details>
  );
}

function AroundIt({ draft, onChange }: Omit<MoreWordsProps, 'hasOrders'>) {
  return (
    <>
      <TextField
        id="words-target"
        label="Whom it was aimed at"
        hint="Leave it empty if it was you. Else for example: my sister, my employer."
        value={draft.target}
        longest={200}
        onChange={target => onChange({ target })}
      />
      <TextArea
        id="words-witnesses"
        label="Who else saw it"
        value={draft.witnesses}
        rows={2}
        longest={2_000}
        onChange={witnesses => onChange({ witnesses })}
      />
      <TextArea
        id="words-offline"
        label="What it has to do with things off the web"
        hint="For example: they came to my door the same evening. Things with a day of their own fit into the diary."
        value={draft.offline}
        rows={2}
        longest={5_000}
        onChange={offline => onChange({ offline })}
      />
    </>
  );
}

const hateOptions = hateGroundSchema.options.map(each => [each, hateGroundNames[each]] as const);
