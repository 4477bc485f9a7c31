import type { ComponentChildren } from 'preact';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
}

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly longest: number;
  readonly required?: boolean;
  readonly onChange: (value: string) => void;
}

/** One line of text, with its label and the reason it is asked for. */
export function TextField({ required = false, longest, ...field }: TextFieldProps) {
  const { id, value, onChange } = field;
  return (
    <Labelled {...field}>
      <input
        id={id}
        aria-describedby={hintOf(field)}
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
  const { id, value, onChange } = field;
  return (
    <Labelled {...field}>
      <textarea
        id={id}
        aria-describedby={hintOf(field)}
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
  const { id, value, onChange } = field;
  return (
    <Labelled {...field}>
      <select
        id={id}
        aria-describedby={hintOf(field)}
        value={value}
        onChange={event => onChange(event.currentTarget.value)}
      >
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

function Labelled({ id, label, hint, children }: FieldProps & { readonly children: ComponentChildren }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
    </div>
  );
}

function hintOf({ id, hint }: FieldProps): string | undefined {
  return hint === undefined ? undefined : `${id}-hint`;
}
