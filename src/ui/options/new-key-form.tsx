import { useState } from 'preact/hooks';
import { longestKeyName } from '../../model/signing-key.ts';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { TextField } from '../parts/fields.tsx';
import { usePorts } from '../parts/ports.ts';
import { useSaving } from '../parts/use-saving.ts';

/** Explains what a name in a certificate means for the person. */
const nameHint =
  'It stands in every file you export, for all who get it. It may be your name, initials, or a name for this case. Leave it empty for a neutral one.';

/** Makes a new signing key with a name. `start` is the suggested name. */
export function NewKeyForm({ start, button }: { readonly start: string; readonly button: string }) {
  const { keys } = usePorts();
  const saving = useSaving();
  const [name, setName] = useState(start);
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        void saving.run(() => keys.make(name));
      }}
    >
      <TextField
        id="key-name"
        label="Name in the certificate"
        hint={nameHint}
        value={name}
        longest={longestKeyName}
        onChange={setName}
      />
      {saving.error !== undefined && <FaultNotice error={saving.error} />}
      <div class="button-row">
        <button type="submit" id="key-make" disabled={saving.isSaving}>
          {button}
        </button>
        <span role="status">{saving.said}</span>
      </div>
    </form>
  );
}
