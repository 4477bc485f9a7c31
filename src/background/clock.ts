import type { CaptureClock } from '../capture/browser.ts';

/** This computer's clock and time zone. */
export const systemClock: CaptureClock = {
  now: () => Date.now(),
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  // JavaScript counts minutes west of UTC, the record counts east. Subtracting from 0 avoids a negative zero.
  offsetMinutes: at => 0 - new Date(at).getTimezoneOffset(),
  sleep: milliseconds => new Promise(resolve => setTimeout(resolve, Math.max(0, milliseconds))),
};
