import { type CourtOrder, courtOrderSchema } from '../../model/history.ts';
import { orderNames } from '../../reports/words/details.ts';
import { draftStore } from '../forms/drafts.ts';
import { DayField, notADay } from '../parts/day-field.tsx';
import { dayIn, dayWords } from '../parts/days.ts';
import { SelectField, TextArea, TextField } from '../parts/fields.tsx';
import { type EntryFieldsProps, type EntryKind, readDays } from './entry-kind.ts';

type OrderDraft = Omit<CourtOrder, 'kind' | 'madeOn' | 'endsOn'> & {
  readonly madeOn: string;
  readonly endsOn: string;
};

/** Orders and conditions that a court or the police made. */
export const orderEntries: EntryKind<CourtOrder, OrderDraft> = {
  id: 'order',
  add: 'Add an order',
  none: 'No order is written here.',
  lost: 'What you wrote about this order, and every version of it. The order itself stays in force.',
  drafts: draftStore('order'),
  empty: {
    type: 'other',
    against: '',
    court: '',
    reference: '',
    madeOn: '',
    endsOn: '',
    conditions: '',
  },
  draftOf({ kind: _, madeOn, endsOn, ...rest }) {
    return { ...rest, madeOn: wordsOf(madeOn), endsOn: wordsOf(endsOn) };
  },
  noteOf({ madeOn, endsOn, ...draft }) {
    const days = readDays({ madeOn, endsOn }, dayIn);
    if (days === undefined) return notADay;
    return {
      kind: 'order',
      type: draft.type,
      against: draft.against.trim(),
      court: draft.court.trim(),
      reference: draft.reference.trim(),
      ...days,
      conditions: draft.conditions.trim(),
    };
  },
  titleOf: ({ type }) => `${orderNames[type].charAt(0).toUpperCase()}${orderNames[type].slice(1)}`,
  rowsOf: note => [
    ['Whom it binds', note.against],
    ['Court or police', note.court],
    ['Reference', note.reference],
    ['Made on', wordsOf(note.madeOn)],
    ['Ends on', wordsOf(note.endsOn)],
    ['What it forbids', note.conditions],
  ],
  fields: props => <OrderFields {...props} />,
};

function OrderFields({ id, draft, onChange }: EntryFieldsProps<OrderDraft>) {
  return (
    <>
      <SelectField
        id={`${id}-type`}
        label="Kind of order"
        value={draft.type}
        options={Object.entries(orderNames)}
        onChange={text => {
          const type = courtOrderSchema.shape.type.safeParse(text);
          if (type.success) onChange({ type: type.data });
        }}
      />
      <TextField
        id={`${id}-against`}
        label="Whom it binds"
        value={draft.against}
        longest={200}
        onChange={against => onChange({ against })}
      />
      <TextArea
        id={`${id}-conditions`}
        label="What it forbids"
        hint="Copy the words of the paper if you have it. A post can break an order even if it looks harmless."
        value={draft.conditions}
        rows={3}
        longest={5_000}
        onChange={conditions => onChange({ conditions })}
      />
      <TextField
        id={`${id}-court`}
        label="Court or police force"
        value={draft.court}
        longest={200}
        onChange={court => onChange({ court })}
      />
      <TextField
        id={`${id}-reference`}
        label="Reference"
        hint="The number on the paper."
        value={draft.reference}
        longest={200}
        onChange={reference => onChange({ reference })}
      />
      <DayField
        id={`${id}-made`}
        label="Day it was made"
        value={draft.madeOn}
        onChange={madeOn => onChange({ madeOn })}
      />
      <DayField
        id={`${id}-ends`}
        label="Day it ends"
        value={draft.endsOn}
        onChange={endsOn => onChange({ endsOn })}
      />
    </>
  );
}

function wordsOf(day: string | undefined): string {
  return day === undefined ? '' : dayWords(day);
}
