import { useEffect, useState } from 'preact/hooks';
import { updateWords } from '../../words/update.ts';
import { FaultNotice, ThreeSentences } from './fault-notice.tsx';
import { usePorts } from './ports.ts';

/**
 * Stands above every page: nothing as a rule, a calm notice while an update waits, and a grave one once a newer
 * Holdfast has taken over the log. The page below stays as it is, with all that was typed.
 */
export function UpdateNotice() {
  const isPast = useIsPast();
  const waits = useUpdateWaits();
  if (isPast) {
    return (
      <div class="update-notice">
        <FaultNotice error={{ code: 'log.newer' }} />
      </div>
    );
  }
  if (!waits) return null;
  return (
    <div class="notice update-notice" role="status">
      <ThreeSentences words={updateWords} />
    </div>
  );
}

function useIsPast(): boolean {
  const { gaveWay } = usePorts().log;
  const [isPast, setPast] = useState(gaveWay.aborted);
  useEffect(() => {
    const past = () => setPast(true);
    if (gaveWay.aborted) past();
    gaveWay.addEventListener('abort', past);
    return () => gaveWay.removeEventListener('abort', past);
  }, [gaveWay]);
  return isPast;
}

function useUpdateWaits(): boolean {
  const { shell } = usePorts();
  const [waits, setWaits] = useState(false);
  useEffect(() => shell.watchUpdate(() => setWaits(true)), [shell]);
  return waits;
}
