import { useEffect, useRef, useState } from 'preact/hooks';
import type { LockState } from '../../model/lock.ts';
import { usePorts } from '../parts/ports.ts';
import { useWatched, type Watched } from '../parts/use-watched.ts';

/**
 * Whether the log is open, as soon as it is locked or opened anywhere. What was known holds until the log has answered,
 * so that a page does not vanish while its passphrase is set. A log that was open and does not answer counts as locked.
 */
export function useLock(): Watched<LockState> {
  const { log, heldKey } = usePorts();
  const [turn, setTurn] = useState(0);
  const known = useRef<Watched<LockState>>({ state: 'waiting' });
  useEffect(() => heldKey.watch(() => setTurn(before => before + 1)), [heldKey]);
  const latest = useWatched(() => log.readLock(), [turn]);
  const { current: before } = known;
  if (latest.state === 'ready') known.current = latest;
  else if (latest.state === 'failed') known.current = withoutAnswer(before, latest);
  return known.current;
}

function withoutAnswer(before: Watched<LockState>, failed: Watched<LockState>): Watched<LockState> {
  if (before.state !== 'ready') return failed;
  return before.value.state === 'open' ? { state: 'ready', value: { state: 'locked' } } : before;
}
