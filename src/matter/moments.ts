import type { CaptureRecord } from '../model/capture.ts';
import type { DiaryEntry } from '../model/history.ts';
import type { basisWords } from '../words/happening.ts';

/**
 * When something happened, and how that is known: from the page's own machine-readable time, from the number the
 * platform gave the post, only from the time of recording, as the person states it, or not at all. `at` is a moment in
 * UTC, absent when the time is only stated; `day` is the day in the United Kingdom, YYYY-MM-DD.
 */
export interface Happening {
  readonly basis: keyof typeof basisWords;
  readonly at?: string;
  readonly day?: string;
  /** The time of day in the person's own words. */
  readonly statedTime?: string;
}

/** When the post of a capture was posted, by the best evidence there is; otherwise when it was recorded. */
export function happeningOf({ post, clocks, startedAt }: CaptureRecord): Happening {
  for (const basis of ['machine-time', 'derived-from-id'] as const) {
    const time = post?.postedAt.find(({ method }) => method === basis);
    if (time !== undefined) return { basis, at: time.at, day: londonDay(time.at) };
  }
  const at = clocks?.capturedAt ?? startedAt;
  return { basis: 'recorded', at, day: londonDay(at) };
}

/** When the event of a diary entry happened, as the person states it. */
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

/** The day of a moment in the United Kingdom, YYYY-MM-DD. */
export function londonDay(at: string): string {
  return londonClock(Date.parse(at)).slice(0, 10);
}

/**
 * The elements by when they happened, earliest first. A stated time that can be read as a clock time counts as that time
 * in the United Kingdom. A day without a time comes before the moments of that day; a happening without a day comes last.
 */
export function byHappening<T>(elements: readonly T[], whenOf: (element: T) => Happening): readonly T[] {
  return elements
    .map(element => ({ element, at: momentOfHappening(whenOf(element)) }))
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
    .map(({ element }) => element);
}

/** Milliseconds since the Unix epoch, so that any two happenings compare on one scale. */
function momentOfHappening({ at, day, statedTime }: Happening): number {
  if (at !== undefined) return Date.parse(at);
  return day === undefined ? Number.POSITIVE_INFINITY : momentOf(day, clockOf(statedTime ?? '') ?? '00:00');
}

/** The moment at which clocks in the United Kingdom show this time; the first one where they show it twice. */
function momentOf(day: string, clock: string): number {
  const winter = Date.parse(`${day}T${clock}:00Z`);
  const summer = winter - 3_600_000;
  return londonClock(summer) === `${day}T${clock}` ? summer : winter;
}

/** YYYY-MM-DDTHH:MM in the time of the United Kingdom. */
function londonClock(milliseconds: number): string {
  const parts = new Map(london.formatToParts(milliseconds).map(({ type, value }) => [type, value]));
  const [year, month, day] = [parts.get('year'), parts.get('month'), parts.get('day')];
  return `${year}-${month}-${day}T${parts.get('hour')}:${parts.get('minute')}`;
}

/** Words before a time that is only roughly remembered. */
const nearly = /^(?:(?:at|about|around|approximately|roughly|circa|ca?\.|~)\s*)+/i;

/** HH:MM of a text that begins with a clock time, roughly or not, with or without am or pm; otherwise undefined. */
function clockOf(displayed: string): string | undefined {
  const shown =
    /^(?<hours>\d{1,2})(?:[:.](?<minutes>\d{2}))?(?:[:.]\d{2})?(?![\d:.])\s*(?<half>[ap]\.?m\b)?/i;
  const { hours, minutes, half } = shown.exec(displayed.trim().replace(nearly, ''))?.groups ?? {};
  if (hours === undefined || (minutes === undefined && half === undefined)) return undefined;
  const isAfternoon = half?.toLowerCase().startsWith('p') === true;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (isAfternoon ? 12 : 0);
  const minute = Number(minutes ?? '0');
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
