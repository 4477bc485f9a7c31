import { longestKeyName } from '../../model/signing-key.ts';
import { nameHint } from '../options/new-key-form.tsx';
import { TextField } from '../parts/fields.tsx';

/** Asked before the first export alone: whoever leaves it empty gets a key with a neutral name. */
export function SignerName({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (name: string) => void;
}) {
  return (
    <div id="first-key">
      <h3>Your signing key</h3>
      <p>
        This is your first export. A key that signs it is made now, with a certificate. You can change the
        name later under Settings.
      </p>
      <TextField
        id="signer-name"
        label="Name in the certificate, if you like"
        hint={nameHint}
        value={value}
        longest={longestKeyName}
        onChange={onChange}
      />
    </div>
  );
}
