import type { ComponentChildren } from 'preact';
import { OpenForm } from './open-form.tsx';
import { useLock } from './use-lock.ts';

/**
 * Shows the page while the log is open, and only the field for the passphrase while it is locked. What was typed and
 * not saved stays in the memory of this page, not on the screen. A log that cannot be read is left to the page to say.
 */
export function LockGate({ children }: { readonly children: ComponentChildren }) {
  const lock = useLock();
  if (lock.state === 'waiting') return null;
  if (lock.state === 'ready' && lock.value.state === 'locked')
    return <OpenForm tryAgainAt={lock.value.tryAgainAt} />;
  return <>{children}</>;
}
