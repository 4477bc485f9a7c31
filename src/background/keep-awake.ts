import { browser } from 'wxt/browser';

/** A worker dies after some 30 s without an extension API call; captures may take longer. */
const beatMs = 20_000;
/** Wakes the background again when it died at work; what it left behind is ended whenever it starts. */
const alarmName = 'end-interrupted';
/** Chromium lets no alarm come sooner. */
const alarmMinutes = 0.5;

let atWork = 0;

/** Keeps the background awake while `work` runs, has it woken should it die, and lets it sleep afterwards. */
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
 * Has the background started by the alarm and with the browser, so that captures left behind are ended without
 * anybody asking. `recovered` resolves when they are. Must be called in the turn in which the background starts.
 */
export function wakeForInterrupted(recovered: Promise<void>): void {
  browser.alarms.onAlarm.addListener(() => undefined);
  browser.runtime.onStartup.addListener(() => undefined);
  void recovered.then(() => (atWork === 0 ? browser.alarms.clear(alarmName) : undefined));
}
