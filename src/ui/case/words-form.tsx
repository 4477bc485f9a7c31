import { useState } from 'preact/hooks';
import type { WordsVersion } from '../../model/case.ts';
import type { ExhibitReference } from '../../model/exhibit.ts';
import type { CaptureId } from '../../model/identifiers.ts';
import { useDraft } from '../forms/drafts.ts';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { usePorts } from '../parts/ports.ts';
import { MoreWords } from './more-words.tsx';
import { type WordsDraft, wordsDraftOf, wordsDrafts, wordsOf } from './words-draft.ts';
import { WordsHistory } from './words-history.tsx';

const fields = [
  {
    name: 'whatHappened',
    label: 'What happened',
    hint: 'In your own words. What led to it, what it means, and why it matters.',
    rows: 6,
    longest: 20_000,
  },
  {
    name: 'impact',
    label: 'How it affected you',
    hint: 'For example: were you harassed, alarmed, distressed, or afraid that you would be hurt? Did it change your day: sleep, work, the way you go, your home, being online, your children?',
    rows: 4,
    longest: 20_000,
  },
  {
    name: 'tags',
    label: 'Tags',
    hint: 'Short words to find it again. One on each line.',
    rows: 2,
    longest: 3_000,
  },
  {
    name: 'people',
    label: 'People',
    hint: 'Who you think it is, who it is about, or who else saw it. One on each line.',
    rows: 2,
    longest: 10_000,
  },
] as const;

interface WordsFormProps {
  readonly captureId: CaptureId;
  readonly reference: ExhibitReference;
  readonly versions: readonly WordsVersion[];
  /** Whether an order of a court or the police is noted in the case. */
  readonly hasOrders: boolean;
}

/** What a person writes of an exhibit. Saved only by the button; unsaved words stay in this page. */
export function WordsForm({ captureId, reference, versions, hasOrders }: WordsFormProps) {
  const [error, setError] = useState<unknown>(undefined);
  const [said, setSaid] = useState('');
  const { draft, isChanged, change } = useDraft(wordsDrafts, captureId, wordsDraftOf(versions));
  const edit = (part: Partial<WordsDraft>) => {
    setSaid('');
    change(part);
  };

  const save = useSave({ captureId, draft, onError: setError, onSaved: () => setSaid('Saved.') });

  return (
    <section aria-labelledby="words-title" id="words">
      <h2 id="words-title">Your words about {reference}</h2>
      <p class="muted">
        You can leave any of these empty, and come back later. They go into the file you export. Everyone who
        gets the file may read them, in court also the other side.
      </p>
      <form onSubmit={event => void save(event)}>
        {fields.map(field => (
          <Field key={field.name} {...field} value={draft[field.name]} onChange={edit} />
        ))}
        <MoreWords draft={draft} hasOrders={hasOrders} onChange={edit} />
        {error !== undefined && <FaultNotice error={error} />}
        <div class="button-row">
          <button type="submit" class="main" id="words-save">
            Save
          </button>
          <span role="status">{isChanged && said === '' ? 'Not saved yet.' : said}</span>
        </div>
      </form>
      <WordsHistory versions={versions} />
    </section>
  );
}

interface SaveProps {
  readonly captureId: CaptureId;
  readonly draft: WordsDraft;
  readonly onError: (error: unknown) => void;
  readonly onSaved: () => void;
}

/** Sends the words as a new version; they stay unsaved when that fails. */
function useSave({ captureId, draft, onError, onSaved }: SaveProps): (event: Event) => Promise<void> {
  const { send } = usePorts();
  return async event => {
    event.preventDefault();
    onError(undefined);
    try {
      await send('exhibit:describe', { captureId, words: wordsOf(draft) });
      onSaved();
    } catch (thrown) {
      onError(thrown);
    }
  };
}

interface FieldProps {
  readonly name: (typeof fields)[number]['name'];
  readonly label: string;
  readonly hint: string;
  readonly rows: number;
  readonly longest: number;
  readonly value: string;
  readonly onChange: (change: Partial<WordsDraft>) => void;
}

function Field({ name, label, hint, rows, longest, value, onChange }: FieldProps) {
  const id = `words-${name}`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <textarea
        id={id}
        aria-describedby={`${id}-hint`}
        rows={rows}
        maxLength={longest}
        value={value}
        onInput={event => onChange({ [name]: event.currentTarget.value })}
      />
    </div>
  );
}
