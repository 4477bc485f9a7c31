import { useState } from 'preact/hooks';
import { Ask, AskAll } from '../../forms/ask.tsx';
import { DangerNotice } from './content-questions.tsx';
import { type ShownWords, saysMore } from './words-draft.ts';

interface MoreWordsProps {
  readonly form: ShownWords;
  readonly hasOrders: boolean;
}

/** The other questions about an exhibit, folded unless one is answered. */
export function MoreWords({ form, hasOrders }: MoreWordsProps) {
  const { draft } = form;
  const [startsOpen] = useState(() => saysMore(draft));
  const isUntrue = draft.categories.includes('false-statement') || draft.untrue !== '';
  return (
    <details id="words-more" open={startsOpen}>
      <summary>More you can say, if you want</summary>
      <Ask form={form} name="categories" />
      <DangerNotice categories={draft.categories} />
      {isUntrue && <Ask form={form} name="untrue" />}
      {(hasOrders || draft.breachesOrder) && (
        <p>
          <Ask form={form} name="breachesOrder" />
        </p>
      )}
      <AskAll form={form} names={['target', 'witnesses', 'offline', 'hatePerceived']} />
    </details>
  );
}
