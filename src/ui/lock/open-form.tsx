import { useState } from 'preact/hooks';
import { faultCodeOf } from '../../model/fault.ts';
import type { Instant } from '../../model/identifiers.ts';
import { SecretField } from '../options/secret-field.tsx';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { Moment } from '../parts/moment.tsx';
import { usePorts } from '../parts/ports.ts';

/** All that a locked log shows: where to type the passphrase. No list, count or name. */
export function OpenForm({ tryAgainAt }: { readonly tryAgainAt: Instant | undefined }) {
  const { send } = usePorts();
  const [passphrase, setPassphrase] = useState('');
  const [isTrying, setTrying] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const open = async (event: Event) => {
    event.preventDefault();
    if (isTrying) return;
    setTrying(true);
    setError(undefined);
    try {
      await send('lock:open', { passphrase });
    } catch (thrown) {
      setError(thrown);
      setPassphrase('');
    } finally {
      setTrying(false);
    }
  };
  const mustWait = tryAgainAt !== undefined && faultCodeOf(error) !== undefined;
  return (
    <main class="page-main narrow">
      <h1>Locked</h1>
      <form onSubmit={event => void open(event)}>
        <SecretField id="passphrase" label="Passphrase" value={passphrase} onChange={setPassphrase} />
        {error !== undefined && <FaultNotice error={error} />}
        {mustWait && (
          <p id="try-again" role="status">
            You can try again after <Moment at={tryAgainAt} />.
          </p>
        )}
        <div class="button-row">
          <button type="submit" id="open-log" class="main" disabled={isTrying}>
            Open
          </button>
          <span role="status">{isTrying ? 'Opening…' : ''}</span>
        </div>
      </form>
      <details>
        <summary>If you forgot it</summary>
        <p>
          Nobody can open this log without it, also not us. If you have a backup, you can remove Holdfast, add
          it again, and bring the backup back. What was recorded after the backup is then lost.
        </p>
      </details>
      <p>
        <a href="welcome.html" target="_blank" rel="noopener">
          Help and safety
        </a>
      </p>
    </main>
  );
}
