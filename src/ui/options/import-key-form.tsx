import { useState } from 'preact/hooks';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { usePorts } from '../parts/ports.ts';
import { useSaving } from '../parts/use-saving.ts';
import { FileField, SecretField } from './secret-field.tsx';

/** Imports the key of an officer or an organisation from a PKCS #12 file. */
export function ImportKeyForm() {
  const { keys } = usePorts();
  const saving = useSaving();
  const [file, setFile] = useState<File | undefined>(undefined);
  const [password, setPassword] = useState('');
  const take = async (event: Event) => {
    event.preventDefault();
    if (file === undefined) return saving.say('Choose a file first.');
    if (await saving.run(() => keys.importFile(file, password))) setPassword('');
  };
  return (
    <form onSubmit={event => void take(event)}>
      <p>
        For police officers and organisations that were given a key with a certificate. From then on exports
        are signed with it. The key you have now is deleted; its certificate stays listed here.
      </p>
      <FileField
        id="key-file"
        label="Key file"
        hint="It ends in .p12 or .pfx. It holds the private key and its certificate: RSA, or ECDSA on P-256 or P-384."
        accept=".p12,.pfx,application/x-pkcs12"
        onChange={setFile}
      />
      <SecretField
        id="key-password"
        label="Password of the file"
        hint="It is used once, and not kept."
        value={password}
        onChange={setPassword}
      />
      {saving.error !== undefined && <FaultNotice error={saving.error} />}
      <div class="button-row">
        <button type="submit" id="key-import" disabled={saving.isSaving}>
          Use this key
        </button>
        <span role="status">{saving.said}</span>
      </div>
    </form>
  );
}
