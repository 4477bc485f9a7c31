import { useState } from 'preact/hooks';
import { initialsSchema } from '../../model/exhibit.ts';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { TextField } from '../parts/fields.tsx';

/** What a person says of a case. */
export interface CaseWords {
  readonly title: string;
  readonly initials: string;
  readonly name: string;
}

interface CaseFormProps {
  readonly id: string;
  readonly start: CaseWords;
  readonly action: string;
  readonly onSave: (words: CaseWords) => Promise<void>;
}

/** Title, initials and name of the producer, each with the reason it is asked for. */
export function CaseForm({ id, start, action, onSave }: CaseFormProps) {
  const [words, setWords] = useState(start);
  const [said, setSaid] = useState('');
  const [error, setError] = useState<unknown>(undefined);
  const set = (change: Partial<CaseWords>) => {
    setWords({ ...words, ...change });
    setSaid('');
  };

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    setError(undefined);
    if (!initialsSchema.safeParse(words.initials).success)
      return setSaid('Initials are 1 to 5 letters, A to Z.');
    try {
      await onSave({ ...words, title: words.title.trim(), name: words.name.trim() });
      setSaid('Saved.');
    } catch (thrown) {
      setError(thrown);
    }
  }

  return (
    <form onSubmit={event => void save(event)}>
      <Fields id={id} words={words} onChange={set} />
      {error !== undefined && <FaultNotice error={error} />}
      <div class="button-row">
        <button type="submit" class="main">
          {action}
        </button>
        <span role="status">{said}</span>
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly id: string;
  readonly words: CaseWords;
  readonly onChange: (change: Partial<CaseWords>) => void;
}

function Fields({ id, words, onChange }: FieldsProps) {
  return (
    <>
      <TextField
        id={`${id}-title`}
        label="Name of the case"
        hint="Choose words that say nothing to someone who looks over your shoulder."
        value={words.title}
        longest={200}
        required
        onChange={title => onChange({ title })}
      />
      <TextField
        id={`${id}-initials`}
        label="Initials"
        hint="Of the person who records. Exhibits are numbered with them, such as ABC/1. A number that was already given stays as it is."
        value={words.initials}
        longest={5}
        required
        onChange={initials => onChange({ initials: initials.toUpperCase() })}
      />
      <TextField
        id={`${id}-name`}
        label="Name of that person"
        hint="It stands in the file you export. You may leave it empty."
        value={words.name}
        longest={200}
        onChange={name => onChange({ name })}
      />
    </>
  );
}
