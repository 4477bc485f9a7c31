import { useState } from 'preact/hooks';

/** How saving a form stands. `said` is a sentence for a status line; `error` is what kept it from being saved. */
export interface Saving {
  readonly said: string;
  readonly error: unknown;
  readonly isSaving: boolean;
  /** Runs once at a time; says "Saved." or keeps the error. Answers whether it was saved. */
  run(work: () => Promise<unknown>): Promise<boolean>;
  /** Says something else, as a form does that is not filled in; an empty text when it was changed. */
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
