import { browser } from 'wxt/browser';
import { z } from 'zod';
import { sessionKey } from '../evidence/lock/session-key.ts';
import { lockMinutesSetting, usedAtName } from '../model/lock.ts';
import type { Lock, LockOptions } from './lock.ts';

const alarmName = 'lock-unused';
const lockCommand = 'lock';
const usedSchema = z.object({ [usedAtName]: z.number().optional() });
const settingSchema = z.record(z.string(), z.unknown());

/** What the lock uses of the real browser. */
export function lockBrowser(): Omit<LockOptions, 'writer' | 'isRecording' | 'onOpen'> {
  const { local, session } = browser.storage;
  return {
    key: sessionKey(session),
    now: () => Date.now(),
    usedAt: async () => usedSchema.parse(await session.get(usedAtName))[usedAtName],
    noteUse: () => session.set({ [usedAtName]: Date.now() }),
    readMinutes: async () => settingSchema.parse(await local.get(lockMinutesSetting))[lockMinutesSetting],
    watchUse(isWatched) {
      if (isWatched) void browser.alarms.create(alarmName, { delayInMinutes: 1, periodInMinutes: 1 });
      else void browser.alarms.clear(alarmName);
    },
  };
}

/** Locks by the key, and when Holdfast was not used. Must be called synchronously while the background starts. */
export function lockOnDemand(lock: Lock): void {
  browser.commands.onCommand.addListener(command => {
    if (command === lockCommand) void lock.close();
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) void lock.lockWhenUnused();
  });
  void lock.lockWhenUnused();
}

/** Shows the popup, where a locked log is opened. Browsers may refuse where there is no gesture. */
export async function askToOpen(): Promise<void> {
  await browser.action.openPopup().catch(() => undefined);
}
