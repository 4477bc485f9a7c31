interface SecretFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  /** A new secret, which programs should not fill in with an old one. */
  readonly isNew?: boolean;
  readonly onChange: (value: string) => void;
}

/** A password or passphrase, which is neither shown nor kept. */
export function SecretField({ id, label, hint, value, isNew = false, onChange }: SecretFieldProps) {
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={hintId}>
          {hint}
        </p>
      )}
      <input
        id={id}
        type="password"
        aria-describedby={hintId}
        autocomplete={isNew ? 'new-password' : 'off'}
        maxLength={1000}
        value={value}
        onInput={event => onChange(event.currentTarget.value)}
      />
    </div>
  );
}

interface FileFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** The file types that the browser's dialogue offers, as in the `accept` attribute of HTML. */
  readonly accept: string;
  readonly onChange: (file: File | undefined) => void;
}

/** A file of this device, which is read here and sent nowhere. */
export function FileField({ id, label, hint, accept, onChange }: FileFieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={`${id}-hint`}
        onChange={event => onChange(event.currentTarget.files?.[0])}
      />
    </div>
  );
}
