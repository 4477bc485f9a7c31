import type { ContentCategory } from '../../model/content.ts';
import type { DiaryEntry } from '../../model/history.ts';
import { draftStore } from '../forms/drafts.ts';
import { dayIn, dayWords } from '../parts/days.ts';
import { lines } from './words-draft.ts';

/** What the form of a diary entry holds: the day as a person writes it, other people one on a line. */
export interface DiaryDraft {
  readonly on: string;
  readonly time: string;
  readonly place: string;
  readonly what: string;
  readonly impact: string;
  readonly people: readonly string[];
  readonly others: string;
  readonly target: string;
  readonly witnesses: string;
  readonly categories: readonly ContentCategory[];
  readonly breachesOrder: boolean;
}

/** Diary entries that were typed and not yet saved, by the note they change or the case they are new in. */
export const diaryDrafts = draftStore<DiaryDraft>('diary');

/** The form for what was last written; empty fields for a new entry. `known` are the people named in the case. */
export function diaryDraftOf(entry: DiaryEntry | undefined, known: readonly string[]): DiaryDraft {
  const people = entry?.people ?? [];
  return {
    on: entry?.on === undefined ? '' : dayWords(entry.on),
    time: entry?.time ?? '',
    place: entry?.place ?? '',
    what: entry?.what ?? '',
    impact: entry?.impact ?? '',
    people: people.filter(name => known.includes(name)),
    others: people.filter(name => !known.includes(name)).join('\n'),
    target: entry?.target ?? '',
    witnesses: entry?.witnesses ?? '',
    categories: entry?.categories ?? [],
    breachesOrder: entry?.breachesOrder ?? false,
  };
}

/** Whether anything is said beyond the day, the time, what happened and who did it. */
export function saysMoreOf({
  place,
  impact,
  target,
  witnesses,
  categories,
  breachesOrder,
}: DiaryDraft): boolean {
  return (
    [place, impact, target, witnesses].some(text => text !== '') || categories.length > 0 || breachesOrder
  );
}

/** What is to be written, or a sentence that says what is missing or cannot be read. */
export function diaryEntryOf(draft: DiaryDraft): DiaryEntry | string {
  const what = draft.what.trim();
  if (what === '') return 'Write what happened first.';
  const on = dayIn(draft.on);
  if (on === undefined && draft.on.trim() !== '')
    return 'Write the day like this: 27 March 2026. Leave it empty if you do not know it.';
  const people = [...new Set([...draft.people, ...lines(draft.others)])];
  if (people.length > 50 || people.some(name => name.length > 200))
    return 'Write each person on a line of their own, and at most 50.';
  return {
    kind: 'diary',
    ...(on !== undefined && { on }),
    time: draft.time.trim(),
    place: draft.place.trim(),
    what,
    impact: draft.impact.trim(),
    people,
    target: draft.target.trim(),
    witnesses: draft.witnesses.trim(),
    categories: [...draft.categories],
    breachesOrder: draft.breachesOrder,
  };
}
