import { type PoliceContact, policeContactSchema } from '../../../model/history.ts';
import { policeWayNames } from '../../../words/details.ts';
import { AskAll } from '../../forms/ask.tsx';
import { formOf } from '../../forms/form-kind.ts';
import { dayHint, dayWords } from '../../parts/days.ts';
import type { EntryKind } from '../diary/entry-kind.ts';

const questions = {
  on: { kind: 'day', label: 'Day', hint: dayHint },
  time: { kind: 'line', label: 'Time', hint: 'As well as you know it.' },
  way: { kind: 'choice', label: 'How', names: policeWayNames },
  reference: {
    kind: 'line',
    label: 'Reference',
    hint: 'The crime or incident number. You may ask for one each time.',
  },
  officer: {
    kind: 'line',
    label: 'With whom',
    hint: 'Name and number of the officer or call taker, if they told you.',
  },
  force: { kind: 'line', label: 'Police force' },
  said: {
    kind: 'text',
    label: 'What was said',
    hint: 'What you told them, what they said, and what they will do.',
    rows: 4,
  },
} as const;
const form = formOf('police-contact', policeContactSchema, questions);

/** Contacts with the police, one entry each. */
export const policeEntries: EntryKind<PoliceContact, typeof questions> = {
  id: 'police',
  add: 'Add a contact with the police',
  none: 'No contact is written here.',
  lost: 'What you wrote about this contact, and every version of it. What the police wrote stays with them.',
  form,
  empty: form.draftOf(),
  noteOf: answers => ({ kind: 'police-contact', ...answers }),
  titleOf: ({ on, way }) =>
    [
      on === undefined ? 'Day not said' : dayWords(on),
      ...(way === undefined ? [] : [policeWayNames[way]]),
    ].join(', '),
  rowsOf: note => [
    ['Time', note.time],
    ['With whom', note.officer],
    ['Police force', note.force],
    ['Reference', note.reference],
    ['What was said', note.said],
  ],
  fields: shown => <AskAll form={shown} />,
};
