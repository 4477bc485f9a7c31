import { canvasPixels } from '../capture/pictures/canvas-pixels.ts';
import { openLog } from '../evidence/open-log.ts';
import { faultCodeOf } from '../model/fault.ts';
import type { CaptureId } from '../model/identifiers.ts';
import { deriveTime } from '../platforms/index.ts';
import { createTimeStampQueue, testAuthority } from './authorities.ts';
import { createBrowserPort } from './browser-port.ts';
import { Captures, type StartRequest } from './captures.ts';
import { systemClock } from './clock.ts';
import { createCopyDrawing } from './copies.ts';
import { registerGestures } from './gestures.ts';
import { type Answering, answerMessages, handlersOf } from './handlers.ts';
import { keepAwake, wakeForInterrupted } from './keep-awake.ts';
import { whenLeft } from './left.ts';
import { keyForWork, Lock } from './lock.ts';
import { askToOpen, lockBrowser, lockOnDemand } from './lock-browser.ts';
import { holdPages } from './pages-held.ts';
import { recoverCaptures } from './recovery.ts';
import { showResult } from './result-popup.ts';
import { haveUpdatesWait } from './updates.ts';

/**
 * Starts the background. Every listener is registered before this returns, as service workers and event pages require;
 * then captures left by an earlier worker are ended, before new ones run.
 */
export function startBackground(isFirefox: boolean): void {
  const browserLock = lockBrowser();
  const key = keyForWork(browserLock.key, () => captures.running().size > 0);
  const log = openLog({ now: () => new Date(), heldKey: key });
  const { writer, reader } = log;
  const port = createBrowserPort(isFirefox);
  const recovery = { writer, software: port.software, now: systemClock.now };
  const isRunning = (captureId: CaptureId) => captures.running().has(captureId);
  const recoverAll = () =>
    writer
      .mendCases()
      .catch(() => undefined)
      .then(() => recoverCaptures({ ...recovery, isRunning }))
      .then(() => undefined);
  const recovered = Promise.resolve().then(recoverAll);
  const timeStamps = createTimeStampQueue(log);
  void recovered.then(() => timeStamps.run());
  const letGo = holdPages(tabId => captures.isAt(tabId));
  const captures = new Captures({
    browser: port,
    log: writer,
    pixels: canvasPixels,
    copies: createCopyDrawing(),
    clock: systemClock,
    derivePostedAt: deriveTime,
    createId: () => crypto.randomUUID(),
    keepAwake,
    ready: recovered,
    onEnd: end => {
      letGo(end.tabId);
      if (captures.running().size === 0) key.letGo();
      void showResult(end);
      void timeStamps.run();
    },
  });
  // Clears what a closed page left of a file it was receiving; a failure is tried again at the next start.
  writer.clearAbandoned().catch(() => undefined);
  wakeForInterrupted(recovered);
  haveUpdatesWait();
  const lock = new Lock({
    ...browserLock,
    writer,
    isRecording: () => captures.running().size > 0,
    onOpen: () => void recoverAll().then(() => timeStamps.run()),
  });
  lockOnDemand(lock);
  whenLeft(() => {
    captures.closePickers();
    void lock.close();
  });
  const answering: Answering = {
    ...{ writer, reader, captures, lock, pixels: canvasPixels },
    async recover() {
      await recovered;
      // A running capture owns the journal, so recovery waits until none runs.
      if (captures.running().size > 0) return;
      const failure = await recoverCaptures({ ...recovery, isRunning });
      if (failure !== undefined) throw failure;
    },
    async setAuthorities(choice) {
      await writer.setAuthorities(choice);
      void timeStamps.runAtOnce();
    },
    testAuthority: async address => testAuthority(address, await reader.readAuthorities()),
  };
  answerMessages(handlersOf(answering));
  registerGestures((request: StartRequest) =>
    captures.start(request).then(
      () => undefined,
      // Where the log cannot be written or the tab is gone, nothing began, and there is nothing to show.
      error => (faultCodeOf(error) === 'log.locked' ? askToOpen() : undefined),
    ),
  );
}
