import type { WordsVersion } from '../../../model/case.ts';
import type { ExhibitReference } from '../../../model/exhibit.ts';
import type { CaptureId } from '../../../model/identifiers.ts';
import { AskAll } from '../../forms/ask.tsx';
import { FormFrame } from '../../forms/form-frame.tsx';
import { useForm } from '../../forms/use-form.ts';
import { usePorts } from '../../parts/ports.ts';
import { MoreWords } from './more-words.tsx';
import { wordsDraftOf, wordsForm } from './words-draft.ts';
import { WordsHistory } from './words-history.tsx';

interface WordsFormProps {
  readonly captureId: CaptureId;
  readonly reference: ExhibitReference;
  readonly versions: readonly WordsVersion[];
  /** Whether the case has an order of a court or the police. */
  readonly hasOrders: boolean;
}

/** The words of a person about an exhibit. Each save is a new version. */
export function WordsForm({ captureId, reference, versions, hasOrders }: WordsFormProps) {
  const { send } = usePorts();
  const form = useForm(wordsForm, {
    id: 'words',
    key: captureId,
    saved: wordsDraftOf(versions),
    send: words => send('exhibit:describe', { captureId, words }),
  });
  return (
    <section aria-labelledby="words-title" id="words">
      <h2 id="words-title">Your words about {reference}</h2>
      <p class="muted">
        You can leave any of these empty, and come back later. They go into the file you export. Everyone who
        gets the file may read them, in court also the other side.
      </p>
      <FormFrame form={form}>
        <AskAll form={form} names={['whatHappened', 'impact', 'tags', 'people']} />
        <MoreWords form={form} hasOrders={hasOrders} />
      </FormFrame>
      <WordsHistory versions={versions} />
    </section>
  );
}
