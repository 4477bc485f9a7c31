import type { ComponentChildren } from 'preact';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with what stands in the field. */
  readonly fault?: string | undefined;
}

/** Words go to no spell checker, which may send them away, and run as their own script does. */
export const typedWords = { spellcheck: false, dir: 'auto' } as const;

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly longest: number;
  readonly required?: boolean;
  readonly onChange: (value: string) => void;
}

/** One line of text, with its label and the reason it is asked for. */
export function TextField({ required = false, longest, ...field }: TextFieldProps) {
  const { value, onChange } = field;
  return (
    <Labelled {...field}>
      <input
        {...typedWords}
        {...labelsOf(field)}
        autocomplete="off"
        maxLength={longest}
        required={required}
        value={value}
        onInput={event => onChange(event.currentTarget.value)}
      />
    </Labelled>
  );
}

interface TextAreaProps extends TextFieldProps {
  readonly rows: number;
}

/** Several lines of text. */
export function TextArea({ rows, required = false, longest, ...field }: TextAreaProps) {
  const { value, onChange } = field;
  return (
    <Labelled {...field}>
      <textarea
        {...typedWords}
        {...labelsOf(field)}
        rows={rows}
        maxLength={longest}
        required={required}
        value={value}
        onInput={event => onChange(event.currentTarget.value)}
      />
    </Labelled>
  );
}

interface SelectFieldProps extends FieldProps {
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChange: (value: string) => void;
}

/** A choice of one among several. */
export function SelectField({ options, ...field }: SelectFieldProps) {
  const { value, onChange } = field;
  return (
    <Labelled {...field}>
      <select {...labelsOf(field)} value={value} onChange={event => onChange(event.currentTarget.value)}>
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

function Labelled({
  id,
  label,
  hint,
  fault,
  children,
}: FieldProps & { readonly children: ComponentChildren }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault !== undefined && (
        <p class="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      {children}
    </div>
  );
}

/** Ties the field to its label, its reason, and what is wrong with it. */
function labelsOf({ id, hint, fault }: FieldProps) {
  const words = [hint === undefined ? '' : `${id}-hint`, fault === undefined ? '' : `${id}-fault`];
  return {
    id,
    'aria-describedby': words.join(' ').trim() || undefined,
    'aria-invalid': fault === undefined ? undefined : true,
  };
}
