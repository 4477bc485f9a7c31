import type { CaptureRecord } from '../../model/capture.ts';
import type { DiaryEntry } from '../../model/history.ts';

/**
 * When something happened, and how that is known: by the page's own machine-readable time, from the platform's
 * number of the post, only that it was recorded then, as the person tells, or not at all. `at` is a moment in UTC
 * and missing for what is only told; `day` is the day by the clocks of the United Kingdom, YYYY-MM-DD.
 */
export interface Happening {
  readonly basis: 'machine-time' | 'derived-from-id' | 'recorded' | 'told' | 'not-told';
  readonly at?: string;
  readonly day?: string;
  /** The time of day as told, in the person's words. */
  readonly told?: string;
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
  if (on === undefined) return { basis: 'not-told', ...(time !== '' && { told: time }) };
  return { basis: 'told', day: on, ...(time !== '' && { told: time }) };
}

const london = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day of a moment by the clocks of the United Kingdom: YYYY-MM-DD. */
export function londonDay(at: string): string {
  const part = (type: string) =>
    london.formatToParts(new Date(at)).find(each => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** Earlier first; what has only a day stands before the moments of that day, and what has none at the end. */
export function byHappening(one: Happening, other: Happening): number {
  const [a, b] = [sortKey(one), sortKey(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function sortKey({ at, day, told }: Happening): string {
  if (day === undefined) return '9999';
  // A told time sorts only when it is written as a clock does.
  const clock = at?.slice(11) ?? (/^\d{1,2}[:.]\d{2}/.test(told ?? '') ? clockOf(told ?? '') : '');
  return `${day}T${clock}`;
}

function clockOf(told: string): string {
  const [hours = '', minutes = ''] = told.split(/[:.]/);
  return `${hours.padStart(2, '0')}:${minutes.slice(0, 2)}`;
}
