import { usePorts } from '../parts/ports.ts';
import { readyValue } from '../parts/use-watched.ts';
import { useLock } from './use-lock.ts';

/** Locks the log at once; absent while it is locked or has no passphrase. */
export function LockButton() {
  const { send } = usePorts();
  if (readyValue(useLock())?.state !== 'open') return null;
  return (
    <button type="button" id="lock" onClick={() => void send('lock:close', {})}>
      Lock
    </button>
  );
}
