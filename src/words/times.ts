import type { PostedAt } from '../model/post.ts';

/** Numbers only: browsers change how they write dates in words, and documents are compared letter by letter. */
const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  hourCycle: 'h23',
});

/** The months by name, January first. */
export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `2025-06-01 12:34:56 UTC`; thousandths follow the seconds when `exact`. */
export function utcWords(instant: string, exact = false): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, exact ? 23 : 19)} UTC`;
}

/** The same moment in the time of the United Kingdom: `1 June 2025, 13:34:56 BST`. */
export function londonWords(instant: string): string {
  const at = new Date(instant);
  const parts = new Map(london.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  const offset = Math.round((wall - at.getTime()) / 60_000);
  const time = (['hour', 'minute', 'second'] as const)
    .map(type => String(of(type)).padStart(2, '0'))
    .join(':');
  const zone = offset === 0 ? 'GMT' : offset === 60 ? 'BST' : offsetWords(offset);
  return `${of('day')} ${months[of('month') - 1] ?? ''} ${of('year')}, ${time} ${zone}`;
}

/** An offset in minutes east of UTC: 330 → `UTC+05:30`. */
export function offsetWords(minutes: number): string {
  const size = Math.abs(minutes);
  const hours = String(Math.trunc(size / 60)).padStart(2, '0');
  return `UTC${minutes < 0 ? '-' : '+'}${hours}:${String(size % 60).padStart(2, '0')}`;
}

/** How far the true time may be from the one given. */
export function toleranceWords(seconds: number): string {
  if (seconds === 0) return 'no allowance stated by the platform';
  if (seconds < 1) return `give or take ${seconds} of a second`;
  if (seconds < 120) return `give or take ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
  if (seconds < 7200) return `give or take ${Math.ceil(seconds / 60)} minutes`;
  if (seconds < 172_800) return `give or take ${Math.ceil(seconds / 3600)} hours`;
  return `give or take ${Math.ceil(seconds / 86_400)} days`;
}

/** How the time of posting is known, in plain words. */
export const postedAtMethodWords: Readonly<Record<PostedAt['method'], string>> = {
  'machine-time': 'written into the page by the website, for machines to read',
  'derived-from-id':
    'worked out from the number the platform gave the post; it supports another time and does not stand alone',
};

/** How far the website's clock was from this computer's when the page was recorded. */
export function differenceWords(serverDate: string, capturedAt: string): string {
  const seconds = Math.round((Date.parse(capturedAt) - Date.parse(serverDate)) / 1000);
  if (Math.abs(seconds) <= 1) return 'the two agree to a second';
  const side = seconds > 0 ? 'after' : 'before';
  return `this computer’s clock stood ${Math.abs(seconds)} seconds ${side} it; the page may have been loaded earlier`;
}
