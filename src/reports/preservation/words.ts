import type { DisplayedTime, PostedAt, PostKind } from '../../model/post.ts';
import { toleranceWords, utcWords } from '../../words/times.ts';
import type { RequestItem } from './items.ts';

/** The kind of an item, in a word that a form accepts. */
export const kindWords: Readonly<Record<PostKind, string>> = {
  post: 'post',
  comment: 'comment',
  reply: 'reply to a comment',
  message: 'message or conversation',
  story: 'story',
  highlight: 'highlight',
  video: 'video',
  live: 'live broadcast',
  profile: 'profile of an account',
  group: 'group',
  channel: 'channel or room',
  other: 'page',
};

const longDay = { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' } as const;
const monthDay = new Intl.DateTimeFormat('en-US', longDay);
const dayMonth = new Intl.DateTimeFormat('en-GB', longDay);

/** `2026-06-01`; with `both`, for recipients who write the month first, `2026-06-01 (June 1, 2026)`. */
export function dayWords(day: string, style: 'iso' | 'both'): string {
  const iso = day.slice(0, 10);
  return style === 'iso' ? iso : `${iso} (${monthDay.format(new Date(`${iso}T00:00:00Z`))})`;
}

/** `1 June 2026`, in UTC. */
export function britishDay(instant: string): string {
  return dayMonth.format(new Date(instant));
}

/** The moment in UTC to the thousandth of a second; with `both`, also the day with the month first. */
export function momentWords(instant: string, style: 'iso' | 'both'): string {
  const words = utcWords(instant, true);
  return style === 'iso' ? words : `${words} (${monthDay.format(new Date(instant))})`;
}

/** Every answer to when the item was posted, each with how it is known. */
export function postedWords(item: RequestItem, style: 'iso' | 'both'): string {
  const answers = [
    ...item.postedAt.map(answer => answerWords(answer, style)),
    ...(item.displayedTime === undefined ? [] : [displayedWords(item.displayedTime)]),
  ];
  return answers.length === 0 ? 'not found on the page' : answers.join('\n');
}

function answerWords({ at, method, toleranceSeconds, caveat }: PostedAt, style: 'iso' | 'both'): string {
  const how =
    method === 'machine-time'
      ? 'machine time of the page'
      : 'derived from the identifier, to support another time';
  const known = `${momentWords(at, style)} – ${how} (${toleranceWords(toleranceSeconds)})`;
  return caveat === undefined ? known : `${known}. ${caveat}`;
}

function displayedWords({ text, language, zone }: DisplayedTime): string {
  return `Shown as “${text}” by a browser set to ${language}, ${zone}`;
}

/** How the best of the answers is known, for a column of a table. */
export function howTimeIsKnown({ postedAt, displayedTime }: RequestItem): string {
  if (postedAt.some(answer => answer.method === 'machine-time')) return 'machine time';
  if (postedAt.length > 0) return 'derived from the identifier';
  return displayedTime === undefined ? 'not found' : 'as displayed only';
}
