import { type CourtOrder, courtOrderSchema } from '../../../model/history.ts';
import { orderNames } from '../../../words/details.ts';
import { AskAll } from '../../forms/ask.tsx';
import { formOf } from '../../forms/form-kind.ts';
import { dayHint, dayWords } from '../../parts/days.ts';
import type { EntryKind } from '../diary/entry-kind.ts';

const questions = {
  type: { kind: 'choice', label: 'Kind of order', names: orderNames },
  against: { kind: 'line', label: 'Whom it binds' },
  conditions: {
    kind: 'text',
    label: 'What it forbids',
    hint: 'Copy the words of the paper if you have it. A post can break an order even if it looks harmless.',
    rows: 3,
  },
  court: { kind: 'line', label: 'Court or police force' },
  reference: { kind: 'line', label: 'Reference', hint: 'The number on the paper.' },
  madeOn: { kind: 'day', label: 'Day it was made', hint: dayHint, id: 'made' },
  endsOn: { kind: 'day', label: 'Day it ends', hint: dayHint, id: 'ends' },
} as const;
const form = formOf('order', courtOrderSchema, questions);

/** Orders and conditions that a court or the police made. */
export const orderEntries: EntryKind<CourtOrder, typeof questions> = {
  id: 'order',
  add: 'Add an order',
  none: 'No order is written here.',
  lost: 'What you wrote about this order, and every version of it. The order itself stays in force.',
  form,
  empty: form.draftOf({ type: 'other' }),
  noteOf: answers => ({ kind: 'order', ...answers }),
  titleOf: ({ type }) => `${orderNames[type].charAt(0).toUpperCase()}${orderNames[type].slice(1)}`,
  rowsOf: note => [
    ['Whom it binds', note.against],
    ['Court or police', note.court],
    ['Reference', note.reference],
    ['Made on', wordsOf(note.madeOn)],
    ['Ends on', wordsOf(note.endsOn)],
    ['What it forbids', note.conditions],
  ],
  fields: shown => <AskAll form={shown} />,
};

function wordsOf(day: string | undefined): string {
  return day === undefined ? '' : dayWords(day);
}
