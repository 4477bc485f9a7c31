import { useState } from 'preact/hooks';
import { type Saving, useSaving } from '../parts/use-saving.ts';
import { useDraft } from './drafts.ts';
import type { Answers, Faults, FormKind } from './form-kind.ts';
import type { Draft } from './question.ts';

/** A shown form: its contents, how they change, and the state of saving. */
export interface Form<V, Qs> {
  readonly id: string;
  readonly kind: FormKind<V, Qs>;
  readonly draft: Draft<Qs>;
  readonly isChanged: boolean;
  /** What was wrong at the last attempt to save, until it is changed. */
  readonly faults: Faults<Qs>;
  readonly saving: Saving;
  change(part: Partial<Draft<Qs>>): void;
  save(): Promise<void>;
  /** Discards what was typed. */
  forget(): void;
}

interface FormUse<V, Qs> {
  readonly id: string;
  /** The key of the draft: what the form is about. */
  readonly key: string;
  readonly saved: Draft<Qs>;
  readonly send: (answers: Answers<V, Qs>) => Promise<unknown>;
  /** True where each save writes something new, so that the form is empty afterwards. */
  readonly startsAnew?: boolean;
  /** A sentence on what is wrong with the answers taken together, or missing apart from them. */
  readonly check?: (answers: Answers<V, Qs>) => string | undefined;
  readonly onSaved?: () => void;
}

/** One form. What is typed is kept until it is saved, and nothing is sent that the schema rejects. */
export function useForm<V, Qs>(kind: FormKind<V, Qs>, use: FormUse<V, Qs>): Form<V, Qs> {
  const { id, key, saved, send, startsAnew = false, check, onSaved } = use;
  const saving = useSaving();
  const { draft, isChanged, change, settle, forget } = useDraft(kind.drafts, key, saved);
  const [faults, setFaults] = useState<Faults<Qs>>({});
  return {
    id,
    kind,
    draft,
    isChanged,
    faults,
    saving,
    forget,
    change(part) {
      saving.say('');
      setFaults(({ ...left }) => {
        for (const name in part) delete left[name];
        return left;
      });
      change(part);
    },
    async save() {
      const read = kind.read(draft);
      setFaults('faults' in read ? read.faults : {});
      if ('faults' in read) return saving.say(read.first);
      const { answers } = read;
      const lack = check?.(answers);
      if (lack !== undefined) return saving.say(lack);
      if (!(await saving.run(() => send(answers)))) return;
      if (startsAnew) settle(draft);
      onSaved?.();
    },
  };
}
