import type { ComponentChildren } from 'preact';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with the contents of the field. */
  readonly fault?: string | undefined;
}

/** No spell checker, which may send words away. The direction follows the text's own script. */
export const typedWords = { spellcheck: false, dir: 'auto' } as const;

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly longest: number;
  readonly required?: boolean;
  readonly onChange: (value: string) => void;
}

/** One line of text, with its label and the reason why it is asked. */
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

/** Links the field to its label, its hint and its fault. */
function labelsOf({ id, hint, fault }: FieldProps) {
  const words = [hint === undefined ? '' : `${id}-hint`, fault === undefined ? '' : `${id}-fault`];
  return {
    id,
    'aria-describedby': words.join(' ').trim() || undefined,
    'aria-invalid': fault === undefined ? undefined : true,
  };
}
