interface CheckProps {
  readonly id?: string;
  /** For a box in a group: the group's name and the box's value. */
  readonly name?: string;
  readonly value?: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** One box to tick, with the reason why it is asked. */
export function Check({ id, name, value, label, hint, checked, onChange }: CheckProps) {
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          checked={checked}
          onChange={event => onChange(event.currentTarget.checked)}
        />{' '}
        {label}
      </label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </>
  );
}

interface CheckGroupProps<T extends string> {
  readonly id: string;
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly options: readonly (readonly [value: T, name: string])[];
  readonly chosen: readonly T[];
  readonly onChange: (chosen: T[]) => void;
}

/** Boxes of which any number may be ticked. The chosen values keep the order of the boxes. */
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
            name={id}
            value={value}
            label={name}
            checked={chosen.includes(value)}
            onChange={isOn => toggle(value, isOn)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** The choices of a table of names, in its order. */
export function optionsOf<T extends string>(
  names: Readonly<Record<T, string>>,
): readonly (readonly [value: T, name: string])[] {
  return keysOf(names).map(value => [value, names[value]] as const);
}

function keysOf<T extends string>(names: Readonly<Record<T, string>>): readonly T[] {
  return Object.keys(names) as T[];
}
