import { useState } from 'preact/hooks';
import { TextArea, TextField } from '../parts/fields.tsx';
import { BreachCheck } from './breach-check.tsx';
import { CategoriesField } from './categories-field.tsx';
import { type DiaryDraft, saysMoreOf } from './diary-draft.ts';

interface DiaryMoreProps {
  readonly id: string;
  readonly draft: DiaryDraft;
  readonly hasOrders: boolean;
  readonly onChange: (change: Partial<DiaryDraft>) => void;
}

/** Everything else that may be said of a diary entry, folded until something is. */
export function DiaryMore({ id, draft, hasOrders, onChange }: DiaryMoreProps) {
  const [startsOpen] = useState(() => saysMoreOf(draft));
  return (
    <details open={startsOpen}>
      <summary>More you can say, if you want</summary>
      <AroundIt id={id} draft={draft} onChange={onChange} />
      <CategoriesField
        id={`${id}-categories`}
        chosen={draft.categories}
        onChange={categories => onChange({ categories })}
      />
      <BreachCheck
        id={`${id}-breaches`}
        hasOrders={hasOrders}
        isBreach={draft.breachesOrder}
        onChange={breachesOrder => onChange({ breachesOrder })}
      />
    </details>
  );
}

function AroundIt({ id, draft, onChange }: Omit<DiaryMoreProps, 'hasOrders'>) {
  return (
    <>
      <TextField
        id={`${id}-place`}
        label="Place"
        value={draft.place}
        longest={200}
        onChange={place => onChange({ place })}
      />
      <TextArea
        id={`${id}-impact`}
        label="How it affected you"
        hint="For example: were you alarmed, distressed, or afraid? What did you change because of it?"
        value={draft.impact}
        rows={3}
        longest={20_000}
        onChange={impact => onChange({ impact })}
      />
      <TextField
        id={`${id}-target`}
        label="Whom it was aimed at"
        hint="Leave it empty if it was you."
        value={draft.target}
        longest={200}
        onChange={target => onChange({ target })}
      />
      <TextField
        id={`${id}-witnesses`}
        label="Who else saw or heard it"
        value={draft.witnesses}
        longest={200}
        onChange={witnesses => onChange({ witnesses })}
      />
    </>
  );
}
