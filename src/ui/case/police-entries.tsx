import type { PoliceContact } from '../../model/history.ts';
import { policeWayNames } from '../../reports/words/details.ts';
import { draftStore } from '../forms/drafts.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { DayField, notADay } from '../parts/day-field.tsx';
import { dayIn, dayWords } from '../parts/days.ts';
import { TextArea, TextField } from '../parts/fields.tsx';
import { type EntryFieldsProps, type EntryKind, readDays } from './entry-kind.ts';

type PoliceDraft = Omit<PoliceContact, 'kind' | 'on' | 'way'> & {
  readonly on: string;
  readonly way: PoliceContact['way'] | undefined;
};

/** Each time that somebody spoke or wrote with the police. */
export const policeEntries: EntryKind<PoliceContact, PoliceDraft> = {
  id: 'police',
  add: 'Add a contact with the police',
  none: 'No contact is written here.',
  lost: 'What you wrote about this contact, and every version of it. What the police wrote stays with them.',
  drafts: draftStore('police-contact'),
  empty: { on: '', time: '', way: undefined, officer: '', force: '', reference: '', said: '' },
  draftOf({ kind: _, on, way, ...rest }) {
    return { on: on === undefined ? '' : dayWords(on), ...rest, way };
  },
  noteOf({ on, way, ...draft }) {
    const days = readDays({ on }, dayIn);
    if (days === undefined) return notADay;
    return {
      kind: 'police-contact',
      ...days,
      time: draft.time.trim(),
      ...(way !== undefined && { way }),
      officer: draft.officer.trim(),
      force: draft.force.trim(),
      reference: draft.reference.trim(),
      said: draft.said.trim(),
    };
  },
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
  fields: props => <PoliceFields {...props} />,
};

function PoliceFields({ id, draft, onChange }: EntryFieldsProps<PoliceDraft>) {
  return (
    <>
      <DayField id={`${id}-on`} label="Day" value={draft.on} onChange={on => onChange({ on })} />
      <TextField
        id={`${id}-time`}
        label="Time"
        hint="As well as you know it."
        value={draft.time}
        longest={200}
        onChange={time => onChange({ time })}
      />
      <ChoiceField
        id={`${id}-way`}
        label="How"
        names={policeWayNames}
        value={draft.way}
        onChange={way => onChange({ way })}
      />
      <TextField
        id={`${id}-reference`}
        label="Reference"
        hint="The crime or incident number. You may ask for one each time."
        value={draft.reference}
        longest={200}
        onChange={reference => onChange({ reference })}
      />
      <TextField
        id={`${id}-officer`}
        label="With whom"
        hint="Name and number of the officer or call taker, if they told you."
        value={draft.officer}
        longest={200}
        onChange={officer => onChange({ officer })}
      />
      <TextField
        id={`${id}-force`}
        label="Police force"
        value={draft.force}
        longest={200}
        onChange={force => onChange({ force })}
      />
      <TextArea
        id={`${id}-said`}
        label="What was said"
        hint="What you told them, what they said, and what they will do."
        value={draft.said}
        rows={4}
        longest={5_000}
        onChange={said => onChange({ said })}
      />
    </>
  );
}
