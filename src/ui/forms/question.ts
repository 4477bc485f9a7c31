import { z } from 'zod';

/** The words of a question, whatever its kind. */
interface Asked {
  readonly label: string;
  /** Why it is asked, or how to answer it. */
  readonly hint?: string;
  /** The end of the field’s id when it is not the name of the answer; empty when the field has the form’s own id. */
  readonly id?: string;
  /** The message when an answer is needed and missing. */
  readonly missing?: string;
  /** The message when an answer is not accepted. */
  readonly wrong?: string;
}

/** One line of text. `capitals`: letters become capitals as they are typed. */
interface LineQuestion extends Asked {
  readonly kind: 'line';
  readonly capitals?: boolean;
}

/** Several lines of text. */
interface TextQuestion extends Asked {
  readonly kind: 'text';
  readonly rows: number;
}

/** Several short answers, each on a line of its own. */
interface LinesQuestion extends Asked {
  readonly kind: 'lines';
  readonly rows: number;
}

/** A day as people write it. It is read only when the form is saved. */
interface DayQuestion extends Asked {
  readonly kind: 'day';
}

/** One of several. `none` is the entry for no choice; a required answer may do without one. */
interface ChoiceQuestion<T extends string> extends Asked {
  readonly kind: 'choice';
  readonly names: Readonly<Record<T, string>>;
  readonly none?: string;
}

/** Any number of several. */
interface SeveralQuestion<T extends string> extends Asked {
  readonly kind: 'several';
  readonly names: Readonly<Record<T, string>>;
}

/** One box to tick. */
interface TickQuestion extends Asked {
  readonly kind: 'tick';
}

/** An answer that is kept with the others, and for which the form draws its own input. */
interface HeldAnswer<V> {
  readonly kind: 'held';
  readonly start: V;
}

/** A question whose answer the log keeps as a `V`. Its schema says whether it is needed and how long it may be. */
export type Question<V> =
  | HeldAnswer<V>
  | (NonNullable<V> extends boolean
      ? TickQuestion
      : NonNullable<V> extends readonly (infer T extends string)[]
        ? string extends T
          ? LinesQuestion
          : SeveralQuestion<T>
        : string extends NonNullable<V>
          ? LineQuestion | TextQuestion | DayQuestion
          : ChoiceQuestion<NonNullable<V> & string>);

/** Any question, for code that draws and reads all kinds. */
export type AnyQuestion =
  | LineQuestion
  | TextQuestion
  | LinesQuestion
  | DayQuestion
  | ChoiceQuestion<string>
  | SeveralQuestion<string>
  | TickQuestion
  | HeldAnswer<unknown>;

/** Questions by the name of their answer. */
export type Questions = Readonly<Record<string, AnyQuestion>>;

/** An answer as the form holds it: texts and days as they were typed. */
type AnswerTo<Q> = Q extends { readonly kind: 'choice'; readonly names: infer Names }
  ? (keyof Names & string) | undefined
  : Q extends { readonly kind: 'several'; readonly names: infer Names }
    ? readonly (keyof Names & string)[]
    : Q extends { readonly kind: 'held'; readonly start: infer V }
      ? V
      : Q extends { readonly kind: 'tick' }
        ? boolean
        : string;

/** All answers of a form, as the form holds them. */
export type Draft<Qs> = { readonly [Name in keyof Qs]: AnswerTo<Qs[Name]> };

/** In characters. No way of writing a day needs more. */
const longestDay = 30;

/** How many characters the field takes, by the schema of its answer. Throws a TypeError when there is no limit. */
export function longestOf(question: AnyQuestion, schema: z.ZodType): number {
  const inner = innerOf(schema);
  if (question.kind === 'day') return longestDay;
  if (inner instanceof z.ZodString && inner.maxLength !== null) return inner.maxLength;
  const { most, each } = sizesOf(inner);
  if (most === undefined || each === undefined) throw new TypeError('A text that is asked for has no limit');
  return most * (each + 1) - 1;
}

/** Whether the schema rejects an empty text. */
export function isNeeded(schema: z.ZodType): boolean {
  return schema instanceof z.ZodString && (schema.minLength ?? 0) > 0;
}

/** The message for an answer that the schema rejects. */
export function faultWords(question: Asked & AnyQuestion, schema: z.ZodType, isEmpty: boolean): string {
  if (isEmpty) return question.missing ?? 'Write something first.';
  if (question.wrong !== undefined) return question.wrong;
  if (question.kind === 'day') return 'Write the day like this: 27 March 2026.';
  const { most, each } = sizesOf(innerOf(schema));
  return most === undefined || each === undefined
    ? `Write at most ${longestOf(question, schema)} letters.`
    : `Write each on a line of its own: at most ${most} lines, and ${each} letters in each.`;
}

function innerOf(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional ? innerOf(schema.unwrap() as z.ZodType) : schema;
}

/** How many texts a list takes, and how many characters each. */
function sizesOf(schema: z.ZodType): { readonly most?: number; readonly each?: number } {
  if (!(schema instanceof z.ZodArray) || !(schema.element instanceof z.ZodString)) return {};
  const check = schema.def.checks?.find(each => each instanceof z.core.$ZodCheckMaxLength);
  const each = schema.element.maxLength;
  return { ...(check !== undefined && { most: check._zod.def.maximum }), ...(each !== null && { each }) };
}
