import { useEffect, useRef, useState } from 'preact/hooks';
import type { CaptureScope } from '../../model/capture.ts';
import { Fault } from '../../model/fault.ts';
import type { CaptureProgress } from '../../model/journal.ts';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { usePorts } from '../parts/ports.ts';
import { haveAnswered, readyValue, useWatched } from '../parts/use-watched.ts';
import { AccountPart } from './account-part.tsx';
import { CaptureResult } from './capture-result.tsx';
import { CaptureRunning } from './capture-running.tsx';
import { CaseChoice } from './case-choice.tsx';
import { Choices } from './choices.tsx';
import { PopupLinks } from './popup-links.tsx';
import { isRecent, isRunning } from './progress-state.ts';
import { useResultPicture } from './result-picture.ts';

/** The popup of the toolbar: three choices, the progress of a capture, and how the last one ended. */
export function Popup() {
  const { log, now } = usePorts();
  const [error, setError] = useState<unknown>(undefined);
  const progress = useWatched(() => log.readProgress(), []);
  const current = readyValue(progress);
  const running = current !== undefined && isRunning(current) ? current : undefined;
  const recent = useKeptRecent(current, now);
  const { start, isStarting } = useStart(setError);
  // A picture that appeared later would move the choices away while one is pressed.
  const shown = useResultPicture(recent);
  const canChoose = haveAnswered(progress) && shown !== undefined && running === undefined;
  return (
    <div class="popup">
      <header>
        <h1 class="page-name">Holdfast</h1>
      </header>
      <main>
        {error !== undefined && <FaultNotice error={error} />}
        {!canChoose && running === undefined && <p class="muted">Reading the log…</p>}
        {progress.state === 'failed' && <FaultNotice error={progress.error} />}
        {running !== undefined && <CaptureRunning progress={running} onError={setError} />}
        {canChoose && (
          <>
            {recent !== undefined && <CaptureResult progress={recent} picture={shown.picture} />}
            <Choices onChoose={scope => void start(scope)} />
            {isStarting && <p role="status">Starting…</p>}
            <CaseChoice onError={setError} />
          </>
        )}
      </main>
      <PopupLinks />
      {/* In a long case it appears late, so it is below everything else and moves nothing. */}
      {recent?.reference !== undefined && <AccountPart progress={recent} />}
    </div>
  );
}

/** Starts a capture of the active tab, one for each press. For a post the popup closes, to make way for the picker. */
function useStart(setError: (error: unknown) => void) {
  const { send, shell } = usePorts();
  const isUnderWay = useRef(false);
  const [isStarting, setStarting] = useState(false);
  const say = (is: boolean) => {
    isUnderWay.current = is;
    setStarting(is);
  };
  const start = async (scope: CaptureScope): Promise<void> => {
    if (isUnderWay.current) return;
    say(true);
    setError(undefined);
    try {
      const tabId = await shell.activeTab();
      if (tabId === undefined) throw new Fault('capture.tab.not-permitted');
      await send('capture:start', { tabId, scope });
      if (scope === 'post') shell.closeWindow();
    } catch (thrown) {
      setError(thrown);
    } finally {
      say(false);
    }
  };
  return { start, isStarting };
}

/** The capture that ended a short while ago, or while the popup was open; undefined when there is none. */
function useKeptRecent(progress: CaptureProgress | undefined, now: () => Date): CaptureProgress | undefined {
  const [seenRunning, setSeenRunning] = useState<string | undefined>(undefined);
  const running = progress !== undefined && isRunning(progress) ? progress.captureId : undefined;
  useEffect(() => {
    if (running !== undefined) setSeenRunning(running);
  }, [running]);
  if (progress === undefined || running !== undefined) return undefined;
  return progress.captureId === seenRunning || isRecent(progress, now()) ? progress : undefined;
}
