interface CheckProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}

/** One thing that is so, or was not said to be so. */
export function Check({ id, label, hint, isChecked, onChange }: CheckProps) {
  return (
    <div class="field">
      <label class="check" for={id}>
        <input
          id={id}
          type="checkbox"
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          checked={isChecked}
          onChange={event => onChange(event.currentTarget.checked)}
        />{' '}
        {label}
      </label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface ChecksProps<T extends string> {
  readonly id: string;
  readonly legend: string;
  readonly hint: string;
  readonly names: Readonly<Record<T, string>>;
  readonly chosen: readonly T[];
  readonly onChange: (chosen: T[]) => void;
}

/** Any number of choices out of several; what is chosen comes in the order of `names`. */
export function Checks<T extends string>({ id, legend, hint, names, chosen, onChange }: ChecksProps<T>) {
  const values = Object.keys(names) as T[];
  const set = (value: T, isChecked: boolean) =>
    onChange(values.filter(each => (each === value ? isChecked : chosen.includes(each))));
  return (
    <fieldset aria-describedby={`${id}-hint`}>
      <legend>{legend}</legend>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {values.map(value => (
        <p class="check-line" key={value}>
          <label class="check">
            <input
              type="checkbox"
              name={id}
              value={value}
              checked={chosen.includes(value)}
              onChange={event => set(value, event.currentTarget.checked)}
            />{' '}
            {names[value]}
          </label>
        </p>
      ))}
    </fieldset>
  );
}
