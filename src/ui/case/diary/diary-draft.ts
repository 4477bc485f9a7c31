import { type DiaryEntry, diaryEntrySchema } from '../../../model/history.ts';
import { type Answers, formOf } from '../../forms/form-kind.ts';
import type { Draft } from '../../forms/question.ts';
import { contentQuestions } from '../exhibit/content-questions.tsx';

const { people: peopleSchema } = diaryEntrySchema.shape;
const formSchema = diaryEntrySchema.extend({ others: peopleSchema });
const tooMany = 'Write each person on a line of their own, and at most 50.';
const nobody: string[] = [];

/** `people` are those of the case that are ticked, `others` are free text. */
const questions = {
  on: {
    kind: 'day',
    label: 'Day it happened',
    hint: 'For example 27 March 2026. Leave it empty if you do not know it.',
    wrong: 'Write the day like this: 27 March 2026. Leave it empty if you do not know it.',
  },
  time: {
    kind: 'line',
    label: 'Time, as you know it',
    hint: 'For example 21:30, or: in the evening.',
  },
  what: {
    kind: 'text',
    label: 'What happened',
    hint: 'In your own words. Everyone who gets the exported file may read it, in court also the other side.',
    rows: 5,
    missing: 'Write what happened first.',
  },
  people: { kind: 'held', start: nobody },
  others: {
    kind: 'lines',
    label: 'Who did it, as you think',
    hint: 'Names, or any words. One on each line. Leave it empty if you do not know.',
    rows: 2,
    wrong: tooMany,
  },
  place: { kind: 'line', label: 'Place' },
  impact: {
    kind: 'text',
    label: 'How it affected you',
    hint: 'For example: were you alarmed, distressed, or afraid? What did you change because of it?',
    rows: 3,
  },
  target: { kind: 'line', label: 'Whom it was aimed at', hint: 'Leave it empty if it was you.' },
  witnesses: { kind: 'line', label: 'Who else saw or heard it' },
  ...contentQuestions,
} as const;

/** The form for a diary entry, by the note that is changed or the case of a new one. */
export const diaryForm = formOf('diary', formSchema, questions);

type DiaryAnswers = Answers<DiaryEntry & { readonly others: string[] }, typeof questions>;

/** The contents of a diary entry's form. */
export type DiaryDraft = Draft<typeof questions>;

/** The form for the saved entry, or an empty one. `known` are the people named in the case. */
export function diaryDraftOf(entry: DiaryEntry | undefined, known: readonly string[]): DiaryDraft {
  const people = entry?.people ?? [];
  return diaryForm.draftOf({
    ...entry,
    people: people.filter(name => known.includes(name)),
    others: people.filter(name => !known.includes(name)),
  });
}

/** Whether anything is filled in beyond the day, the time, what happened and who did it. */
export function saysMoreOf(draft: DiaryDraft): boolean {
  const { place, impact, target, witnesses, categories, breachesOrder } = draft;
  return place + impact + target + witnesses !== '' || categories.length > 0 || breachesOrder;
}

/** The note for these answers. Its `people` are those who were ticked and those who were typed. */
export function diaryEntryOf({ others, ...answers }: DiaryAnswers): DiaryEntry {
  return { kind: 'diary', ...answers, people: [...new Set([...answers.people, ...others])] };
}

/** A sentence on what is wrong with the people of an entry taken together; undefined when nothing is. */
export function peopleFault(answers: DiaryAnswers): string | undefined {
  return peopleSchema.safeParse(diaryEntryOf(answers).people).success ? undefined : tooMany;
}
