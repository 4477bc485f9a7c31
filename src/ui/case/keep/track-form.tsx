import type { Case } from '../../../model/case.ts';
import { trackNoteSchema } from '../../../model/note.ts';
import type { PreservationFacts } from '../../../platforms/preservation.ts';
import { proposedDates } from '../../../platforms/preservation-dates.ts';
import { trackStateWords } from '../../../words/tracks.ts';
import { Ask, AskAll } from '../../forms/ask.tsx';
import { FormFrame } from '../../forms/form-frame.tsx';
import { formOf } from '../../forms/form-kind.ts';
import { useForm } from '../../forms/use-form.ts';
import { dayHint, dayIn, dayWords } from '../../parts/days.ts';
import { usePorts } from '../../parts/ports.ts';
import type { FoundRecipient } from './use-requests.ts';

/** The form for the state of a request, by case and recipient. */
const trackForm = formOf('track', trackNoteSchema, {
  state: { kind: 'choice', label: 'Where it stands', names: trackStateWords },
  sentOn: { kind: 'day', label: 'Day it was sent', hint: dayHint, id: 'sent' },
  expiresOn: { kind: 'day', label: 'Kept until', id: 'expires' },
  renewOn: {
    kind: 'day',
    label: 'Ask again by',
    hint: 'The last day to ask for it to be kept longer. Put it in your calendar: Holdfast does not remind you.',
    id: 'renew',
  },
  reference: {
    kind: 'line',
    label: 'Reference',
    hint: 'The number that the platform or the police gave it.',
  },
  answer: { kind: 'text', label: 'What they answered', rows: 2 },
});

interface TrackFormProps {
  readonly id: string;
  readonly caseFile: Case;
  readonly found: FoundRecipient;
  readonly facts: PreservationFacts;
}

/** The state of a request. The day it was sent suggests the later days, which can be changed by hand. */
export function TrackForm({ id, caseFile, found, facts }: TrackFormProps) {
  const { send } = usePorts();
  const platform = found.recipient.key;
  const form = useForm(trackForm, {
    id,
    key: `${caseFile.id} ${platform}`,
    saved: trackForm.draftOf(found.track?.versions.at(-1)?.note ?? { state: 'drafted' }),
    send: answers => {
      const note = { kind: 'track', platform, ...answers } as const;
      return send('note:write', { caseId: caseFile.id, note, noteId: found.track?.id });
    },
  });
  const proposing: typeof form = {
    ...form,
    change: ({ sentOn, ...part }) =>
      form.change(sentOn === undefined ? part : { ...part, sentOn, ...proposalOf(sentOn, facts) }),
  };
  const { sentOn, expiresOn, renewOn } = form.draft;
  const { days } = facts.keptFor;
  const whence =
    days === undefined
      ? 'The platform names no number of days. Put in what it answered.'
      : `Worked out from ${days} days. Change it if the platform said something else.`;
  return (
    <FormFrame form={form}>
      <AskAll form={proposing} names={['state', 'sentOn']} />
      {sentOn + expiresOn + renewOn !== '' && (
        <>
          <Ask form={form} name="expiresOn" hint={whence} />
          <Ask form={form} name="renewOn" />
        </>
      )}
      <AskAll form={form} names={['reference', 'answer']} />
    </FormFrame>
  );
}

/** The days that follow from the day in `text`; empty while that is not a whole date. */
function proposalOf(text: string, facts: PreservationFacts) {
  const sentOn = dayIn(text);
  if (sentOn === undefined) return {};
  const { expiresOn, renewOn } = proposedDates(sentOn, facts);
  return {
    ...(expiresOn !== undefined && { expiresOn: dayWords(expiresOn) }),
    ...(renewOn !== undefined && { renewOn: dayWords(renewOn) }),
  };
}
