import type { ComponentChildren } from 'preact';
import type { Note } from '../../../model/note.ts';
import type { Answers, FormKind } from '../../forms/form-kind.ts';
import type { Draft } from '../../forms/question.ts';
import type { Form } from '../../forms/use-form.ts';

/** One kind of entries of a case, each a note: how one is shown, and the form it is written with. */
export interface EntryKind<N extends Note, Qs> {
  /** For the ids of elements. */
  readonly id: string;
  readonly add: string;
  readonly none: string;
  /** What erasing one loses, as whole sentences. */
  readonly lost: string;
  readonly form: FormKind<N, Qs>;
  readonly empty: Draft<Qs>;
  noteOf(answers: Answers<N, Qs>): N;
  titleOf(note: N): string;
  rowsOf(note: N): readonly (readonly [name: string, text: string])[];
  /** Draws the fields; it is no component, so that its inputs stay while the kind is made anew. */
  fields(form: Form<N, Qs>): ComponentChildren;
}
