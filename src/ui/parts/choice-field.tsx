import { SelectField } from './fields.tsx';

interface ChoiceFieldProps<T extends string> {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly names: Readonly<Record<T, string>>;
  readonly value: T | undefined;
  readonly onChange: (value: T | undefined) => void;
}

/** A choice of one among several that may be left unanswered, or made so again. */
export function ChoiceField<T extends string>({ names, value, onChange, ...field }: ChoiceFieldProps<T>) {
  const isName = (text: string): text is T => Object.hasOwn(names, text);
  return (
    <SelectField
      {...field}
      value={value ?? ''}
      options={[['', 'Not answered'], ...Object.entries<string>(names)]}
      onChange={text => onChange(isName(text) ? text : undefined)}
    />
  );
}
