import type { ComponentChildren } from 'preact';
import type { Note } from '../../../model/note.ts';
import type { Answers, FormKind } from '../../forms/form-kind.ts';
import type { Draft } from '../../forms/question.ts';
import type { Form } from '../../forms/use-form.ts';

/** One kind of a case's entries, each a note: how an entry is shown, and its form. */
export interface EntryKind<N extends Note, Qs> {
  /** Used in the ids of elements. */
  readonly id: string;
  readonly add: string;
  readonly none: string;
  /** What is lost when one is erased, as whole sentences. */
  readonly lost: string;
  readonly form: FormKind<N, Qs>;
  readonly empty: Draft<Qs>;
  noteOf(answers: Answers<N, Qs>): N;
  titleOf(note: N): string;
  rowsOf(note: N): readonly (readonly [name: string, text: string])[];
  /** Draws the fields. It is not a component, so that its inputs stay when the kind is made anew. */
  fields(form: Form<N, Qs>): ComponentChildren;
}
