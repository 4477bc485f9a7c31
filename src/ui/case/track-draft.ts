import type { TrackNote } from '../../model/note.ts';
import { draftStore } from '../forms/drafts.ts';
import { dayIn, dayWords } from '../parts/days.ts';

/** What the form holds: days are as a person writes them, and empty where none is known. */
export interface TrackDraft {
  readonly state: TrackNote['state'];
  readonly sentOn: string;
  readonly reference: string;
  readonly answer: string;
  readonly expiresOn: string;
  readonly renewOn: string;
}

/** What was typed of requests and not yet saved, by case and recipient. */
export const trackDrafts = draftStore<TrackDraft>('track', meaningOf);

const dayFields = ['sentOn', 'expiresOn', 'renewOn'] as const;

/** The form for what was last written. */
export function trackDraftOf(note: TrackNote | undefined): TrackDraft {
  const dayOf = (day: string | undefined) => (day === undefined ? '' : dayWords(day));
  return {
    state: note?.state ?? 'drafted',
    sentOn: dayOf(note?.sentOn),
    reference: note?.reference ?? '',
    answer: note?.answer ?? '',
    expiresOn: dayOf(note?.expiresOn),
    renewOn: dayOf(note?.renewOn),
  };
}

/** What is to be written for this recipient; undefined when a day is filled in that is none. */
export function trackNoteOf(draft: TrackDraft, recipient: string): TrackNote | undefined {
  const days: { -readonly [Field in (typeof dayFields)[number]]?: string } = {};
  for (const field of dayFields) {
    if (draft[field].trim() === '') continue;
    const day = dayIn(draft[field]);
    if (day === undefined) return undefined;
    days[field] = day;
  }
  const { state, reference, answer } = draft;
  return {
    kind: 'track',
    platform: recipient,
    state,
    reference: reference.trim(),
    answer: answer.trim(),
    ...days,
  };
}

/** Days that cannot be read are kept as they were typed. */
function meaningOf(draft: TrackDraft): unknown {
  return trackNoteOf(draft, '') ?? draft;
}
