import { useEffect, useState } from 'preact/hooks';
import type { LockState } from '../../model/lock.ts';
import { usePorts } from '../parts/ports.ts';
import { useWatched, type Watched } from '../parts/use-watched.ts';

/** Whether the log is open, from the moment at which it is locked or opened anywhere. */
export function useLock(): Watched<LockState> {
  const { log, heldKey } = usePorts();
  const [turn, setTurn] = useState(0);
  useEffect(() => heldKey.watch(() => setTurn(before => before + 1)), [heldKey]);
  return useWatched(() => log.readLock(), [turn]);
}
