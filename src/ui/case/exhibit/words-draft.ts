import { type Words, type WordsVersion, wordsSchema } from '../../../model/case.ts';
import { hateGroundNames } from '../../../words/content.ts';
import { formOf } from '../../forms/form-kind.ts';
import type { Draft } from '../../forms/question.ts';
import type { Form } from '../../forms/use-form.ts';
import { contentQuestions } from './content-questions.tsx';

const questions = {
  whatHappened: {
    kind: 'text',
    label: 'What happened',
    hint: 'In your own words. What led to it, what it means, and why it matters.',
    rows: 6,
  },
  impact: {
    kind: 'text',
    label: 'How it affected you',
    hint: 'For example: were you harassed, alarmed, distressed, or afraid that you would be hurt? Did it change your day: sleep, work, the way you go, your home, being online, your children?',
    rows: 4,
  },
  tags: {
    kind: 'lines',
    label: 'Tags',
    hint: 'Short words to find it again. One on each line.',
    rows: 2,
  },
  people: {
    kind: 'lines',
    label: 'People',
    hint: 'Who you think it is, who it is about, or who else saw it. One on each line.',
    rows: 2,
  },
  ...contentQuestions,
  untrue: {
    kind: 'text',
    label: 'What is untrue in it',
    hint: 'Say what is not true and, if you want, how it can be seen.',
    rows: 2,
  },
  target: {
    kind: 'line',
    label: 'Whom it was aimed at',
    hint: 'Leave it empty if it was you. Else for example: my sister, my employer.',
  },
  witnesses: { kind: 'text', label: 'Who else saw it', rows: 2 },
  offline: {
    kind: 'text',
    label: 'What it has to do with things off the web',
    hint: 'For example: they came to my door the same evening. Things with a day of their own fit into the diary.',
    rows: 2,
  },
  hatePerceived: {
    kind: 'several',
    label: 'Was it hate, as you see it?',
    hint: 'What you believe counts. You do not have to show it. I think it was because of:',
    id: 'hate',
    names: hateGroundNames,
  },
} as const;

/**
 * The form for the words about an exhibit, by capture. Unanswered questions are left out, so that the same words have
 * the same digest as before the form had more questions.
 */
export const wordsForm = formOf('words', wordsSchema, questions);

/** The shown form for the words about an exhibit. */
export type ShownWords = Form<Words, typeof questions>;

/** The form for the latest version; empty fields when there is none. */
export function wordsDraftOf(versions: readonly WordsVersion[]): Draft<typeof questions> {
  return wordsForm.draftOf(versions.at(-1)?.words);
}

/** Whether anything is filled in beyond what happened, how it felt, the tags and the people. */
export function saysMore(draft: Draft<typeof questions>): boolean {
  const { target, witnesses, offline, untrue, categories, hatePerceived, breachesOrder } = draft;
  const words = target + witnesses + offline + untrue;
  return words.trim() !== '' || categories.length + hatePerceived.length > 0 || breachesOrder;
}
