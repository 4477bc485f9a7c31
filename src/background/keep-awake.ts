import { browser } from 'wxt/browser';

/** A service worker is ended after 30 s without an extension API call; captures may take longer. */
const beatMs = 20_000;
/** The alarm that starts the background again when it died during work, so that its captures are ended. */
const alarmName = 'end-interrupted';
/** The shortest interval that Chromium allows an alarm. */
const alarmMinutes = 0.5;

let atWork = 0;

/** Keeps the background alive while `work` runs, and has an alarm restart it should it die. */
export async function keepAwake<T>(work: () => Promise<T>): Promise<T> {
  const beat = setInterval(() => void browser.runtime.getPlatformInfo().catch(() => undefined), beatMs);
  atWork += 1;
  if (atWork === 1) {
    void browser.alarms.create(alarmName, { delayInMinutes: alarmMinutes, periodInMinutes: alarmMinutes });
  }
  try {
    return await work();
  } finally {
    clearInterval(beat);
    atWork -= 1;
    if (atWork === 0) void browser.alarms.clear(alarmName);
  }
}

/**
 * Starts the background by the alarm and with the browser, so that unfinished captures are ended without the user.
 * `recovered` resolves when they are. Must be called synchronously while the background starts.
 */
export function wakeForInterrupted(recovered: Promise<void>): void {
  browser.alarms.onAlarm.addListener(() => undefined);
  browser.runtime.onStartup.addListener(() => undefined);
  void recovered.then(() => (atWork === 0 ? browser.alarms.clear(alarmName) : undefined));
}
