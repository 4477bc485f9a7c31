import { z } from 'zod';
import { caseSchema } from '../../../model/case.ts';
import { initialsSchema } from '../../../model/exhibit.ts';
import { AskAll } from '../../forms/ask.tsx';
import { FormFrame } from '../../forms/form-frame.tsx';
import { formOf } from '../../forms/form-kind.ts';
import { useForm } from '../../forms/use-form.ts';

/** The answers of the case form. The lengths are repeated because a field cannot read them from the pattern. */
const caseWordsSchema = z.object({
  title: caseSchema.shape.title,
  initials: initialsSchema.min(1).max(5),
  name: caseSchema.shape.producer.shape.name,
});
type CaseWords = z.infer<typeof caseWordsSchema>;

const initialsWords = 'Initials are 1 to 5 letters, A to Z.';

/** The form for a case, by case. */
const caseForm = formOf('case', caseWordsSchema, {
  title: {
    kind: 'line',
    label: 'Name of the case',
    hint: 'Choose words that say nothing to someone who looks over your shoulder.',
    missing: 'Write a name for the case first.',
  },
  initials: {
    kind: 'line',
    label: 'Initials',
    hint: 'Of the person who records. Exhibits are numbered with them, such as ABC/1. A number that was already given stays as it is.',
    capitals: true,
    missing: initialsWords,
    wrong: initialsWords,
  },
  name: {
    kind: 'line',
    label: 'Name of that person',
    hint: 'It stands in the file you export. You may leave it empty.',
  },
});

interface CaseFormProps {
  readonly id: string;
  /** The key of the draft: the case, or another name when there is no case yet. */
  readonly about: string;
  readonly start: CaseWords;
  readonly action: string;
  /** True where saving opens another case, so that the form is empty afterwards. */
  readonly startsAnew?: boolean;
  readonly onSave: (words: CaseWords) => Promise<void>;
}

/** Title, initials and name of the producer, each with the reason why it is asked. */
export function CaseForm({ id, about, start, action, startsAnew = false, onSave }: CaseFormProps) {
  const form = useForm(caseForm, { id, key: about, saved: start, startsAnew, send: onSave });
  return (
    <FormFrame form={form} action={action}>
      <AskAll form={form} />
    </FormFrame>
  );
}
