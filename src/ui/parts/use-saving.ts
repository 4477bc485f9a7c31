import { useState } from 'preact/hooks';

/** The state of saving a form. `said` is a sentence for the status line; `error` is why it was not saved. */
export interface Saving {
  readonly said: string;
  readonly error: unknown;
  readonly isSaving: boolean;
  /** Runs `work` unless it is already running; says "Saved." or keeps the error. Returns whether it was saved. */
  run(work: () => Promise<unknown>): Promise<boolean>;
  /** Says something else, such as that an answer is missing; an empty text clears the line. */
  say(words: string): void;
}

/** The saving of one form. */
export function useSaving(): Saving {
  const [said, say] = useState('');
  const [error, setError] = useState<unknown>(undefined);
  const [isSaving, setSaving] = useState(false);
  return {
    said,
    error,
    isSaving,
    say,
    async run(work) {
      if (isSaving) return false;
      setSaving(true);
      setError(undefined);
      say('');
      try {
        await work();
        say('Saved.');
        return true;
      } catch (thrown) {
        setError(thrown);
        return false;
      } finally {
        setSaving(false);
      }
    },
  };
}
