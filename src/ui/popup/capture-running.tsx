import { useEffect } from 'preact/hooks';
import type { CaptureProgress } from '../../model/journal.ts';
import { usePorts } from '../parts/ports.ts';
import { progressShare, progressWords } from './progress-state.ts';

/** How often the background is asked whether it is still running, in milliseconds. */
const askMs = 2_000;

/** A running capture, in words, with a way to stop it. */
export function CaptureRunning({
  progress,
  onError,
}: {
  readonly progress: CaptureProgress;
  readonly onError: (error: unknown) => void;
}) {
  const { send } = usePorts();
  useLivingBackground(onError);
  const stop = () => send('capture:stop', { captureId: progress.captureId }).catch(onError);
  return (
    <section aria-labelledby="running-title" id="capture-running">
      <h2 id="running-title">{progress.state === 'picking' ? 'Waiting for you' : 'Recording'}</h2>
      <p role="status">{progressWords(progress)}</p>
      {progress.state === 'running' && (
        <progress aria-labelledby="running-title" value={progressShare(progress)} max={1} />
      )}
      <p class="hint">Stay on the page until it is done. If you stop, what was recorded so far is kept.</p>
      <button type="button" id="capture-stop" onClick={() => void stop()}>
        Stop
      </button>
    </section>
  );
}

/**
 * While a capture should be running, wakes a background that died, which then ends it as partial. When even that fails,
 * for example because the disk is full, the user is told why.
 */
function useLivingBackground(onError: (error: unknown) => void): void {
  const { send } = usePorts();
  useEffect(() => {
    const ask = () => void send('capture:recover', {}).catch(onError);
    ask();
    const asking = setInterval(ask, askMs);
    return () => clearInterval(asking);
  }, [send]);
}
