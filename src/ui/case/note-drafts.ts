import { computed, signal } from '@preact/signals';

const unsaved = signal<ReadonlySet<string>>(new Set());

/** True while closing this page would lose something that was typed into a form of notes. */
export const hasNoteDrafts = computed(() => unsaved.value.size > 0);

/** What was typed into forms of one kind and not yet saved, by key, in the memory of this page only. */
export interface DraftStore<D> {
  read(key: string): D | undefined;
  keep(key: string, draft: D): void;
  forget(key: string): void;
}

/** A store for the forms of one kind; `kind` tells its keys from those of the others. */
export function draftStore<D>(kind: string): DraftStore<D> {
  const kept = signal<ReadonlyMap<string, D>>(new Map());
  const mark = (key: string, isUnsaved: boolean) => {
    const next = new Set(unsaved.value);
    if (isUnsaved) next.add(`${kind} ${key}`);
    else next.delete(`${kind} ${key}`);
    unsaved.value = next;
  };
  return {
    read: key => kept.value.get(key),
    keep(key, draft) {
      kept.value = new Map(kept.value).set(key, draft);
      mark(key, true);
    },
    forget(key) {
      const next = new Map(kept.value);
      next.delete(key);
      kept.value = next;
      mark(key, false);
    },
  };
}

/** One form over what is saved: what it shows, and how that changes. */
export interface Drafting<D> {
  readonly draft: D;
  readonly isChanged: boolean;
  change(part: Partial<D>): void;
  /** Forgets what was typed, unless more was typed since `sent` was taken from the form. */
  settle(sent: D): void;
  forget(): void;
}

/** The draft under this key, or what is saved. A draft that says the same as what is saved is none. */
export function draftingOf<D extends object>(store: DraftStore<D>, key: string, saved: D): Drafting<D> {
  const draft = store.read(key);
  return {
    draft: draft ?? saved,
    isChanged: draft !== undefined,
    change(part) {
      const next = { ...(store.read(key) ?? saved), ...part };
      if (JSON.stringify(next) === JSON.stringify(saved)) store.forget(key);
      else store.keep(key, next);
    },
    settle(sent) {
      if (store.read(key) === sent) store.forget(key);
    },
    forget: () => store.forget(key),
  };
}
