import { type Confidential, confidentialSchema } from '../../../model/confidential.ts';
import { vulnerabilityNames } from '../../../words/details.ts';
import { AskAll } from '../../forms/ask.tsx';
import { Fold } from '../../forms/fold.tsx';
import { formOf } from '../../forms/form-kind.ts';
import type { Form } from '../../forms/use-form.ts';
import { support } from '../../support/support.ts';
import { SupportList } from '../../support/support-list.tsx';

const questions = {
  safeWays: {
    kind: 'text',
    label: 'Safe ways to contact you',
    hint: 'Why: a call or letter at the wrong moment can be seen by the wrong person. Say also what must not be used.',
    id: 'ways',
    rows: 2,
  },
  safeTimes: {
    kind: 'text',
    label: 'Safe times',
    hint: 'Why: the same. For example only on weekdays before three o’clock.',
    id: 'times',
    rows: 2,
  },
  phone: {
    kind: 'line',
    label: 'Phone',
    hint: 'Why: so that the police can ask you something. Leave it empty if a call is not safe.',
  },
  email: {
    kind: 'line',
    label: 'E-mail',
    hint: 'Why: the same. Think of who else can read that mailbox.',
  },
  address: {
    kind: 'text',
    label: 'Address',
    hint: 'Why: it tells which police station is yours. It is never needed to record something.',
    rows: 3,
  },
  legalName: {
    kind: 'line',
    label: 'Legal name',
    hint: 'Why: only a statement form needs it. Everywhere else the name that you chose is used.',
    id: 'legal-name',
  },
  age: {
    kind: 'line',
    label: 'Age',
    hint: 'Why: a statement says whether a person is under 18, in Northern Ireland under 21.',
  },
  occupation: {
    kind: 'line',
    label: 'Occupation',
    hint: 'Why: some statement forms have a place for it. It may stay empty.',
  },
  vulnerabilities: {
    kind: 'several',
    label: 'This is so for me, or for the person it happened to',
    hint: 'Why: the police can then take more care, and find the right help. Nothing here makes what you say count less.',
    id: 'needs',
    names: vulnerabilityNames,
  },
  vulnerabilityWords: {
    kind: 'text',
    label: 'More about that',
    hint: 'Why: you know best what would help. For example an interpreter, or someone beside you.',
    id: 'needs-words',
    rows: 2,
  },
} as const;

/** The form for the confidential answers of a case. */
export const confidentialForm = formOf('confidential', confidentialSchema, questions);

interface QuestionsProps {
  readonly form: Form<Confidential, typeof questions>;
}

/** The confidential questions, in three groups. */
export function ConfidentialQuestions({ form }: QuestionsProps) {
  const { safeWays, safeTimes, phone, email, address, ...draft } = form.draft;
  const { legalName, age, occupation, vulnerabilities, vulnerabilityWords } = draft;
  return (
    <>
      <Fold
        title="How you can be reached safely"
        isFilledIn={safeWays + safeTimes + phone + email + address !== ''}
      >
        <AskAll form={form} names={['safeWays', 'safeTimes', 'phone', 'email', 'address']} />
      </Fold>
      <Fold title="For a statement form" isFilledIn={legalName + age + occupation !== ''}>
        <AskAll form={form} names={['legalName', 'age', 'occupation']} />
      </Fold>
      <Fold
        title="What the police should know to look after you"
        isFilledIn={vulnerabilities.length > 0 || vulnerabilityWords !== ''}
      >
        <AskAll form={form} names={['vulnerabilities', 'vulnerabilityWords']} />
      </Fold>
      {isUnder18(draft) && <ForTheYoung />}
    </>
  );
}

/** True by the tick box, or by an age that is a number below 18. */
function isUnder18({
  vulnerabilities,
  age,
}: Pick<QuestionsProps['form']['draft'], 'vulnerabilities' | 'age'>): boolean {
  const years = /^\d{1,2}$/.exec(age.trim())?.[0];
  return vulnerabilities.includes('under-18') || (years !== undefined && Number(years) < 18);
}

function ForTheYoung() {
  return (
    <div class="notice" id="for-the-young">
      <p>
        <strong>If you are under 18:</strong> what happens to you is not your fault, and you are not in
        trouble. It is serious, also when others call it a joke. You do not have to sort it out alone. Tell a
        grown-up whom you trust, such as someone in your family or at school.
      </p>
      <p>
        If it is about naked or sexual pictures of you, do not record or send them again. Someone can help to
        get them taken down:
      </p>
      <SupportList entries={support.filter(({ topic }) => topic === 'young')} />
    </div>
  );
}
