import type { CaptureRecord } from '../model/capture.ts';
import type { DiaryEntry } from '../model/history.ts';
import type { basisWords } from '../words/happening.ts';

/**
 * When something happened, and how that is known: by the page's own machine-readable time, from the platform's
 * number of the post, only that it was recorded then, as the person tells, or not at all. `at` is a moment in UTC
 * and missing for what is only told; `day` is the day by the clocks of the United Kingdom, YYYY-MM-DD.
 */
export interface Happening {
  readonly basis: keyof typeof basisWords;
  readonly at?: string;
  readonly day?: string;
  /** The time of day as told, in the person's words. */
  readonly statedTime?: string;
}

/** When the post of a capture was posted, by the best that is known; else when it was recorded. */
export function happeningOf({ post, clocks, startedAt }: CaptureRecord): Happening {
  for (const basis of ['machine-time', 'derived-from-id'] as const) {
    const time = post?.postedAt.find(({ method }) => method === basis);
    if (time !== undefined) return { basis, at: time.at, day: londonDay(time.at) };
  }
  const at = clocks?.capturedAt ?? startedAt;
  return { basis: 'recorded', at, day: londonDay(at) };
}

/** When a diary entry's event was, as it is told. */
export function toldHappening({ on, time }: DiaryEntry): Happening {
  if (on === undefined) return { basis: 'not-told', ...(time !== '' && { statedTime: time }) };
  return { basis: 'told', day: on, ...(time !== '' && { statedTime: time }) };
}

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The day of a moment by the clocks of the United Kingdom: YYYY-MM-DD. */
export function londonDay(at: string): string {
  return londonClock(Date.parse(at)).slice(0, 10);
}

/**
 * Earlier first. What is told with a time that a clock shows stands at that time in the United Kingdom; what has
 * only a day stands before the moments of that day, and what has none at the end.
 */
export function byHappening(one: Happening, other: Happening): number {
  const [a, b] = [sortKey(one), sortKey(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Milliseconds since the Unix epoch, so that every two happenings compare on one scale. */
function sortKey({ at, day, statedTime }: Happening): number {
  if (at !== undefined) return Date.parse(at);
  return day === undefined ? Number.POSITIVE_INFINITY : momentOf(day, clockOf(statedTime ?? '') ?? '00:00');
}

/** The moment at which clocks in the United Kingdom show this; the first one where they show it twice. */
function momentOf(day: string, clock: string): number {
  const winter = Date.parse(`${day}T${clock}:00Z`);
  const summer = winter - 3_600_000;
  return londonClock(summer) === `${day}T${clock}` ? summer : winter;
}

/** YYYY-MM-DDTHH:MM by the clocks of the United Kingdom. */
function londonClock(milliseconds: number): string {
  const parts = new Map(london.formatToParts(milliseconds).map(({ type, value }) => [type, value]));
  const [year, month, day] = [parts.get('year'), parts.get('month'), parts.get('day')];
  return `${year}-${month}-${day}T${parts.get('hour')}:${parts.get('minute')}`;
}

/** What people say before a time that they remember roughly. */
const nearly = /^(?:(?:at|about|around|approximately|roughly|circa|ca?\.|~)\s*)+/i;

/** HH:MM of a time that begins as a clock shows it, roughly or not, with or without am and pm; else undefined. */
function clockOf(told: string): string | undefined {
  const shown =
    /^(?<hours>\d{1,2})(?:[:.](?<minutes>\d{2}))?(?:[:.]\d{2})?(?![\d:.])\s*(?<half>[ap]\.?m\b)?/i;
  const { hours, minutes, half } = shown.exec(told.trim().replace(nearly, ''))?.groups ?? {};
  if (hours === undefined || (minutes === undefined && half === undefined)) return undefined;
  const isAfternoon = half?.toLowerCase().startsWith('p') === true;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (isAfternoon ? 12 : 0);
  const minute = Number(minutes ?? '0');
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
