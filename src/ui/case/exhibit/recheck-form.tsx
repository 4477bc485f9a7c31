import { useState } from 'preact/hooks';
import { londonDay } from '../../../matter/moments.ts';
import type { Case } from '../../../model/case.ts';
import { recheckSchema } from '../../../model/history.ts';
import type { CaptureId } from '../../../model/identifiers.ts';
import { recheckNames } from '../../../words/details.ts';
import { AskAll } from '../../forms/ask.tsx';
import { FormFrame } from '../../forms/form-frame.tsx';
import { formOf } from '../../forms/form-kind.ts';
import { useForm } from '../../forms/use-form.ts';
import { usePorts } from '../../parts/ports.ts';

/** The form for what somebody found when they looked again, by capture. */
const recheckForm = formOf('recheck', recheckSchema, {
  on: { kind: 'day', label: 'Day you looked', missing: 'Write the day like this: 27 March 2026.' },
  state: {
    kind: 'choice',
    label: 'What you found',
    names: recheckNames,
    none: 'Choose',
    missing: 'Choose what you found first.',
  },
  words: {
    kind: 'text',
    label: 'Anything more',
    hint: 'For example what the page said, or which account you used.',
    rows: 2,
  },
});

interface RecheckFormProps {
  readonly caseFile: Case;
  readonly captureId: CaptureId;
}

/** The day somebody looked again, and what they found. */
export function RecheckForm({ caseFile, captureId }: RecheckFormProps) {
  const { send, now } = usePorts();
  // The suggested day does not change when the form stays open past midnight.
  const [saved] = useState(() => recheckForm.draftOf({ on: londonDay(now().toISOString()) }));
  const form = useForm(recheckForm, {
    id: 'again',
    key: captureId,
    saved,
    startsAnew: true,
    send: found =>
      send('note:write', { caseId: caseFile.id, note: { kind: 'recheck', captureId, ...found } }),
  });
  return (
    <FormFrame form={form} action="Write it down">
      <AskAll form={form} />
    </FormFrame>
  );
}
