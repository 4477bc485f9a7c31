import { useEffect, useRef, useState } from 'preact/hooks';
import type { CaptureScope } from '../../model/capture.ts';
import type { CaptureProgress } from '../../model/journal.ts';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { usePorts } from '../parts/ports.ts';
import { readyValue, useWatched } from '../parts/use-watched.ts';
import { CaptureResult } from './capture-result.tsx';
import { CaptureRunning } from './capture-running.tsx';
import { CaseChoice } from './case-choice.tsx';
import { Choices } from './choices.tsx';
import { PopupLinks } from './popup-links.tsx';
import { isRecent, isRunning } from './progress-state.ts';

/** The toolbar's popup: three choices, how the capture goes, and how the last one ended. */
export function Popup() {
  const { log, send, shell, now } = usePorts();
  const [error, setError] = useState<unknown>(undefined);
  const isStarting = useRef(false);
  const progress = useWatched(() => log.readProgress(), []);
  const current = readyValue(progress);
  const recent = useKeptRecent(current, now);

  async function start(scope: CaptureScope): Promise<void> {
    if (isStarting.current) return;
    isStarting.current = true;
    setError(undefined);
    try {
      const tabId = await shell.activeTab();
      if (tabId === undefined)
        throw Object.assign(new Error('no tab'), { code: 'capture.tab.not-permitted' });
      await send('capture:start', { tabId, scope });
      if (scope === 'post') shell.closeWindow();
    } catch (thrown) {
      setError(thrown);
    } finally {
      isStarting.current = false;
    }
  }

  return (
    <div class="popup">
      <header>
        <h1 class="page-name">Holdfast</h1>
      </header>
      <main>
        {error !== undefined && <FaultNotice error={error} />}
        {progress.state === 'failed' && <FaultNotice error={progress.error} />}
        {current !== undefined && isRunning(current) ? (
          <CaptureRunning progress={current} onError={setError} />
        ) : (
          <>
            {recent !== undefined && <CaptureResult progress={recent} />}
            <Choices onChoose={scope => void start(scope)} />
            <CaseChoice onError={setError} />
          </>
        )}
      </main>
      <PopupLinks />
    </div>
  );
}

/** The capture that ended a short while ago, or under the user's eyes; undefined when there is none. */
function useKeptRecent(progress: CaptureProgress | undefined, now: () => Date): CaptureProgress | undefined {
  const [seenRunning, setSeenRunning] = useState<string | undefined>(undefined);
  const running = progress !== undefined && isRunning(progress) ? progress.captureId : undefined;
  useEffect(() => {
    if (running !== undefined) setSeenRunning(running);
  }, [running]);
  if (progress === undefined || running !== undefined) return undefined;
  return progress.captureId === seenRunning || isRecent(progress, now()) ? progress : undefined;
}
