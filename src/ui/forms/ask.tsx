import { Check, CheckGroup, optionsOf } from '../parts/checks.tsx';
import { SelectField, TextArea, TextField } from '../parts/fields.tsx';
import { isNeeded, longestOf, type Questions } from './question.ts';
import type { Form } from './use-form.ts';

interface AskProps<V, Qs> {
  readonly form: Form<V, Qs>;
  readonly name: keyof Qs & string;
  /** Replaces the question’s own label, where it depends on something else. */
  readonly label?: string;
  readonly hint?: string | undefined;
}

/** One question with its field, and what is wrong with its answer. */
export function Ask<V, Qs>({ form, name, ...words }: AskProps<V, Qs>) {
  const question = (form.kind.questions as Questions)[name];
  if (question === undefined || question.kind === 'held') return null;
  const answer: unknown = form.draft[name];
  const schema = form.kind.schemaOf(name);
  const field = {
    id: [form.id, question.id ?? name].filter(part => part !== '').join('-'),
    label: words.label ?? question.label,
    hint: words.hint ?? question.hint,
    fault: form.faults[name],
  };
  const change = (next: unknown) => form.change({ [name]: next } as Parameters<typeof form.change>[0]);
  switch (question.kind) {
    case 'tick':
      return <Check {...field} checked={answer === true} onChange={change} />;
    case 'several':
      return (
        <CheckGroup
          {...field}
          legend={field.label}
          options={optionsOf(question.names)}
          chosen={answer as readonly string[]}
          onChange={change}
        />
      );
    case 'choice': {
      const { names, none = schema.safeParse(undefined).success ? 'Not answered' : undefined } = question;
      return (
        <SelectField
          {...field}
          value={typeof answer === 'string' ? answer : ''}
          options={[...(none === undefined ? [] : [['', none] as const]), ...optionsOf(names)]}
          onChange={text => change(Object.hasOwn(names, text) ? text : undefined)}
        />
      );
    }
    default: {
      const isCapitals = question.kind === 'line' && question.capitals === true;
      const text = {
        ...field,
        value: String(answer),
        longest: longestOf(question, schema),
        required: isNeeded(schema),
        onChange: (typed: string) => change(isCapitals ? typed.toUpperCase() : typed),
      };
      return 'rows' in question ? <TextArea {...text} rows={question.rows} /> : <TextField {...text} />;
    }
  }
}

interface AskAllProps<V, Qs> {
  readonly form: Form<V, Qs>;
  /** All of them, in their own order, when absent. */
  readonly names?: readonly (keyof Qs & string)[];
}

/** Several questions, one below the other. */
export function AskAll<V, Qs>({ form, names }: AskAllProps<V, Qs>) {
  const all = names ?? (Object.keys(form.kind.questions as Questions) as (keyof Qs & string)[]);
  return (
    <>
      {all.map(name => (
        <Ask key={name} form={form} name={name} />
      ))}
    </>
  );
}
