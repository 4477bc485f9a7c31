import type { ComponentChildren } from 'preact';
import type { Note } from '../../model/note.ts';
import type { DraftStore } from '../forms/drafts.ts';

/** What the fields of one form get. */
export interface EntryFieldsProps<D> {
  readonly id: string;
  readonly draft: D;
  readonly onChange: (change: Partial<D>) => void;
}

/** One kind of entries of a case, each a note: how one is shown, and the form it is written with. */
export interface EntryKind<N extends Note, D extends object> {
  /** For the ids of elements. */
  readonly id: string;
  readonly add: string;
  readonly none: string;
  /** What erasing one loses, as whole sentences. */
  readonly lost: string;
  readonly drafts: DraftStore<D>;
  readonly empty: D;
  draftOf(note: N): D;
  /** What is to be written, or a sentence on what is missing. */
  noteOf(draft: D): N | string;
  titleOf(note: N): string;
  rowsOf(note: N): readonly (readonly [name: string, text: string])[];
  /** Draws the fields; it is no component, so that its inputs stay while the kind is made anew. */
  fields(props: EntryFieldsProps<D>): ComponentChildren;
}

/** Days of a form as they were written, read: undefined when one of them is none. An empty one is left out. */
export function readDays<F extends string>(
  written: Readonly<Record<F, string>>,
  dayIn: (text: string) => string | undefined,
): { readonly [Field in F]?: string } | undefined {
  const days: { [Field in F]?: string } = {};
  for (const field of Object.keys(written) as F[]) {
    if (written[field].trim() === '') continue;
    const day = dayIn(written[field]);
    if (day === undefined) return undefined;
    days[field] = day;
  }
  return days;
}
