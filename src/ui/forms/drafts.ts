import { computed, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** Everything typed into forms and not yet saved, by kind of form and key. Only in the memory of this page. */
export const drafts = signal<ReadonlyMap<string, unknown>>(new Map());

/** Whether closing this page would lose something that was typed. */
export const hasDrafts = computed(() => drafts.value.size > 0);

/** Forgets the drafts under this key in forms of every kind, once their subject is gone. */
export function forgetAbout(key: string): void {
  drafts.value = new Map([...drafts.value].filter(([name]) => !name.endsWith(` ${key}`)));
}

/** The unsaved drafts of one kind of form, by key. */
export interface DraftStore<D> {
  read(key: string): D | undefined;
  keep(key: string, draft: D): void;
  forget(key: string): void;
  /** Whether both would be saved as the same. */
  isSame(one: D, other: D): boolean;
}

/**
 * The drafts of one kind of form; `kind` must be unique. `meaning` is what is saved of a draft, as a JSON value:
 * surrounding spaces, for one, are typed but not saved.
 */
export function draftStore<D>(kind: string, meaning: (draft: D) => unknown = draft => draft): DraftStore<D> {
  return {
    read: key => drafts.value.get(`${kind} ${key}`) as D | undefined,
    keep(key, draft) {
      drafts.value = new Map(drafts.value).set(`${kind} ${key}`, draft);
    },
    forget(key) {
      drafts.value = new Map([...drafts.value].filter(([name]) => name !== `${kind} ${key}`));
    },
    isSame: (one, other) => JSON.stringify(meaning(one)) === JSON.stringify(meaning(other)),
  };
}

/** The draft of one form over what is saved, and how it changes. */
export interface Drafting<D> {
  readonly draft: D;
  readonly isChanged: boolean;
  change(part: Partial<D>): void;
  /** Forgets what was typed, unless more was typed since `sent` was taken from the form. */
  settle(sent: D): void;
  forget(): void;
}

/**
 * The draft under this key, else what is saved. A draft equal to what is saved is dropped, but only then: what was just
 * saved stays in the form until the log returns it, so that nothing vanishes in between.
 */
export function useDraft<D extends object>(store: DraftStore<D>, key: string, saved: D): Drafting<D> {
  const draft = store.read(key);
  const isSettled = draft !== undefined && store.isSame(draft, saved);
  useEffect(() => {
    if (isSettled) store.forget(key);
  }, [store, key, isSettled]);
  return {
    draft: draft ?? saved,
    isChanged: draft !== undefined && !isSettled,
    change(part) {
      const next = { ...(store.read(key) ?? saved), ...part };
      if (store.isSame(next, saved)) store.forget(key);
      else store.keep(key, next);
    },
    settle(sent) {
      if (store.read(key) === sent) store.forget(key);
    },
    forget: () => store.forget(key),
  };
}
