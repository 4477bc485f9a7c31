interface CheckProps {
  readonly id?: string;
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** One box to tick. */
export function Check({ id, label, checked, onChange }: CheckProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        onChange={event => onChange(event.currentTarget.checked)}
      />{' '}
      {label}
    </label>
  );
}

interface CheckGroupProps<T extends string> {
  readonly id: string;
  readonly legend: string;
  readonly hint?: string;
  readonly options: readonly (readonly [value: T, name: string])[];
  readonly chosen: readonly T[];
  readonly onChange: (chosen: readonly T[]) => void;
}

/** Boxes of which any number may be ticked. What is ticked keeps the order of the boxes. */
export function CheckGroup<T extends string>(props: CheckGroupProps<T>) {
  const { id, legend, hint, options, chosen, onChange } = props;
  const toggle = (value: T, isOn: boolean) =>
    onChange(options.flatMap(([each]) => ((each === value ? isOn : chosen.includes(each)) ? [each] : [])));
  return (
    <fieldset id={id} aria-describedby={hint === undefined ? undefined : `${id}-hint`}>
      <legend>{legend}</legend>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div class="checks">
        {options.map(([value, name]) => (
          <Check
            key={value}
            id={`${id}-${value}`}
            label={name}
            checked={chosen.includes(value)}
            onChange={isOn => toggle(value, isOn)}
          />
        ))}
      </div>
    </fieldset>
  );
}
