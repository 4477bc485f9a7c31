import type { z } from 'zod';
import { dayIn, dayWords } from '../parts/days.ts';
import { type DraftStore, draftStore } from './drafts.ts';
import { type AnyQuestion, type Draft, faultWords, type Question, type Questions } from './question.ts';

/** What is wrong with each answer that is not accepted, by its name. */
export type Faults<Qs> = { readonly [Name in keyof Qs]?: string };

/** The answers as the log keeps them. */
export type Answers<V, Qs> = Pick<V, keyof Qs & keyof V>;

/** The result of reading a form: its answers, or what is wrong with them. `first` is the first fault. */
export type Reading<V, Qs> =
  | { readonly answers: Answers<V, Qs> }
  | { readonly faults: Faults<Qs>; readonly first: string };

/** One kind of form: its questions with the schemas of their answers, and its drafts. */
export interface FormKind<V, Qs> {
  readonly questions: Qs;
  readonly drafts: DraftStore<Draft<Qs>>;
  /** The schema of one answer. */
  schemaOf(name: keyof Qs): z.ZodType;
  /** The draft for what was last saved; empty when nothing was. */
  draftOf(saved?: Partial<V>): Draft<Qs>;
  read(draft: Draft<Qs>): Reading<V, Qs>;
}

/**
 * Makes a kind of form, whose name must be unique. Texts lose surrounding spaces; an unanswered question is left out
 * where the schema allows it. `unasked` names answers that are neither needed nor kept, given the others.
 */
export function formOf<
  S extends z.ZodObject,
  const Qs extends { readonly [Name in keyof z.infer<S>]?: Question<z.infer<S>[Name]> },
>(
  name: string,
  schema: S,
  questions: Qs,
  unasked: (draft: Draft<Qs>) => readonly (keyof Qs)[] = () => [],
): FormKind<z.infer<S>, Qs> {
  const all = Object.entries(questions as Questions);
  const schemaOf = (each: keyof Qs) => schema.shape[each as string] as z.ZodType;

  function read(draft: Draft<Qs>) {
    const typed = draft as Readonly<Record<string, unknown>>;
    const left = unasked(draft) as readonly string[];
    const values: Record<string, unknown> = {};
    const faults: Record<string, string> = {};
    for (const [each, question] of all) {
      if (left.includes(each)) continue;
      const value = keptOf(question, typed[each]);
      if (isEmpty(value) && schemaOf(each).safeParse(undefined).success) continue;
      values[each] = value;
      if (question.kind !== 'held' && !schemaOf(each).safeParse(value).success)
        faults[each] = faultWords(question, schemaOf(each), isEmpty(value));
    }
    return { values, faults };
  }

  return {
    questions,
    drafts: draftStore(name, draft => read(draft).values),
    schemaOf,
    draftOf(saved = {}) {
      const from = saved as Readonly<Record<string, unknown>>;
      return Object.fromEntries(
        all.map(([each, question]) => [each, answerOf(question, from[each])]),
      ) as Draft<Qs>;
    },
    read(draft) {
      const { values, faults } = read(draft);
      const [first] = Object.values(faults);
      return first === undefined
        ? { answers: values as Answers<z.infer<S>, Qs> }
        : { faults: faults as Faults<Qs>, first };
    },
  };
}

/** The lines of a text without empty ones, duplicates or surrounding spaces. */
function lines(text: string): string[] {
  return [...new Set(text.split('\n').map(line => line.trim()))].filter(line => line !== '');
}

/** An answer as the log keeps it. A day that cannot be read stays as typed, which no schema accepts. */
function keptOf({ kind }: AnyQuestion, answer: unknown): unknown {
  if (typeof answer !== 'string') return answer;
  if (kind === 'day') return dayIn(answer) ?? answer.trim();
  return kind === 'lines' ? lines(answer) : answer.trim();
}

/** A saved answer as the form shows it. */
function answerOf(question: AnyQuestion, saved: unknown): unknown {
  switch (question.kind) {
    case 'held':
      return saved ?? question.start;
    case 'tick':
      return saved ?? false;
    case 'several':
      return saved ?? [];
    case 'choice':
      return saved;
    case 'day':
      return typeof saved === 'string' ? dayWords(saved) : '';
    case 'lines':
      return Array.isArray(saved) ? saved.join('\n') : '';
    default:
      return saved ?? '';
  }
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0)
  );
}
