import { z } from 'zod';

/** What a question says, whatever its answer is. */
interface Asked {
  readonly label: string;
  /** Why it is asked, or how to answer it. */
  readonly hint?: string;
  /** The end of the field’s id where that is not the name of the answer; empty where the field has the form’s own. */
  readonly id?: string;
  /** What is said where an answer is needed and there is none. */
  readonly missing?: string;
  /** What is said of an answer that cannot be taken. */
  readonly wrong?: string;
}

/** One line of text. `capitals`: small letters become capital ones while they are typed. */
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

/** A day as people write it. What is written is read only when the form is saved. */
interface DayQuestion extends Asked {
  readonly kind: 'day';
}

/** One of several. `none` is what the list says while nothing is chosen; a needed answer may have no such line. */
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

/** An answer that is kept with the others and asked for by something that the form itself draws. */
interface HeldAnswer<V> {
  readonly kind: 'held';
  readonly start: V;
}

/** A question whose answer the log keeps as a `V`. How long it may be, and whether it is needed, its schema says. */
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

/** Any question, for what draws and reads them all. */
export type AnyQuestion =
  | LineQuestion
  | TextQuestion
  | LinesQuestion
  | DayQuestion
  | ChoiceQuestion<string>
  | SeveralQuestion<string>
  | TickQuestion
  | HeldAnswer<unknown>;

/** Questions by the name of what they ask for. */
export type Questions = Readonly<Record<string, AnyQuestion>>;

/** An answer as it stands in the form: texts and days as they were typed. */
type AnswerTo<Q> = Q extends { readonly kind: 'choice'; readonly names: infer Names }
  ? (keyof Names & string) | undefined
  : Q extends { readonly kind: 'several'; readonly names: infer Names }
    ? readonly (keyof Names & string)[]
    : Q extends { readonly kind: 'held'; readonly start: infer V }
      ? V
      : Q extends { readonly kind: 'tick' }
        ? boolean
        : string;

/** All answers of a form as they stand in it. */
export type Draft<Qs> = { readonly [Name in keyof Qs]: AnswerTo<Qs[Name]> };

/** No day needs more letters, however it is written. */
const longestDay = 30;

/** How many letters the field of such a question takes, as the schema of its answer says. */
export function longestOf(question: AnyQuestion, schema: z.ZodType): number {
  const inner = innerOf(schema);
  if (question.kind === 'day') return longestDay;
  if (inner instanceof z.ZodString && inner.maxLength !== null) return inner.maxLength;
  const { most, each } = sizesOf(inner);
  if (most === undefined || each === undefined) throw new TypeError('A text that is asked for has no limit');
  return most * (each + 1) - 1;
}

/** Whether the schema takes no empty text. */
export function isNeeded(schema: z.ZodType): boolean {
  return schema instanceof z.ZodString && (schema.minLength ?? 0) > 0;
}

/** What to say where the schema does not take the answer. */
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

/** How many texts a list takes, and how many letters each of them. */
function sizesOf(schema: z.ZodType): { readonly most?: number; readonly each?: number } {
  if (!(schema instanceof z.ZodArray) || !(schema.element instanceof z.ZodString)) return {};
  const check = schema.def.checks?.find(each => each instanceof z.core.$ZodCheckMaxLength);
  const each = schema.element.maxLength;
  return { ...(check !== undefined && { most: check._zod.def.maximum }), ...(each !== null && { each }) };
}
