import type { Confidential } from '../../model/confidential.ts';
import { vulnerabilityNames } from '../../reports/words/details.ts';
import { Fold } from '../forms/fold.tsx';
import { CheckGroup, optionsOf } from '../parts/checks.tsx';
import { TextArea, TextField } from '../parts/fields.tsx';
import { support } from '../support/support.ts';
import { SupportList } from '../support/support-list.tsx';

interface QuestionsProps {
  readonly draft: Confidential;
  readonly onChange: (change: Partial<Confidential>) => void;
}

/** The questions that are kept apart, in three groups. */
export function ConfidentialQuestions(props: QuestionsProps) {
  return (
    <>
      <Reaching {...props} />
      <ForStatement {...props} />
      <Needs {...props} />
      {isUnder18(props.draft) && <ForTheYoung />}
    </>
  );
}

function Reaching({ draft, onChange }: QuestionsProps) {
  const { safeWays, safeTimes, phone, email, address } = draft;
  return (
    <Fold
      title="How you can be reached safely"
      isTold={safeWays + safeTimes + phone + email + address !== ''}
    >
      <TextArea
        id="apart-ways"
        label="Safe ways to contact you"
        hint="Why: a call or letter at the wrong moment can be seen by the wrong person. Say also what must not be used."
        value={safeWays}
        rows={2}
        longest={2_000}
        onChange={value => onChange({ safeWays: value })}
      />
      <TextArea
        id="apart-times"
        label="Safe times"
        hint="Why: the same. For example only on weekdays before three o’clock."
        value={safeTimes}
        rows={2}
        longest={2_000}
        onChange={value => onChange({ safeTimes: value })}
      />
      <TextField
        id="apart-phone"
        label="Phone"
        hint="Why: so that the police can ask you something. Leave it empty if a call is not safe."
        value={phone}
        longest={200}
        onChange={value => onChange({ phone: value })}
      />
      <TextField
        id="apart-email"
        label="E-mail"
        hint="Why: the same. Think of who else can read that mailbox."
        value={email}
        longest={200}
        onChange={value => onChange({ email: value })}
      />
      <TextArea
        id="apart-address"
        label="Address"
        hint="Why: it tells which police station is yours. It is never needed to record something."
        value={address}
        rows={3}
        longest={2_000}
        onChange={value => onChange({ address: value })}
      />
    </Fold>
  );
}

function ForStatement({ draft, onChange }: QuestionsProps) {
  const { legalName, age, occupation } = draft;
  return (
    <Fold title="For a statement form" isTold={legalName + age + occupation !== ''}>
      <TextField
        id="apart-legal-name"
        label="Legal name"
        hint="Why: only a statement form needs it. Everywhere else the name that you chose is used."
        value={legalName}
        longest={200}
        onChange={value => onChange({ legalName: value })}
      />
      <TextField
        id="apart-age"
        label="Age"
        hint="Why: a statement says whether a person is under 18, in Northern Ireland under 21."
        value={age}
        longest={200}
        onChange={value => onChange({ age: value })}
      />
      <TextField
        id="apart-occupation"
        label="Occupation"
        hint="Why: some statement forms have a place for it. It may stay empty."
        value={occupation}
        longest={200}
        onChange={value => onChange({ occupation: value })}
      />
    </Fold>
  );
}

function Needs({ draft, onChange }: QuestionsProps) {
  return (
    <Fold
      title="What the police should know to look after you"
      isTold={draft.vulnerabilities.length > 0 || draft.vulnerabilityWords !== ''}
    >
      <CheckGroup
        id="apart-needs"
        legend="This is so for me, or for the person it happened to"
        hint="Why: the police can then take more care, and find the right help. Nothing here makes what you say count less."
        options={optionsOf(vulnerabilityNames)}
        chosen={draft.vulnerabilities}
        onChange={vulnerabilities => onChange({ vulnerabilities })}
      />
      <TextArea
        id="apart-needs-words"
        label="More about that"
        hint="Why: you know best what would help. For example an interpreter, or someone beside you."
        value={draft.vulnerabilityWords}
        rows={2}
        longest={2_000}
        onChange={value => onChange({ vulnerabilityWords: value })}
      />
    </Fold>
  );
}

/** Said by the box, or by an age that is one number below 18. */
function isUnder18({ vulnerabilities, age }: Confidential): boolean {
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
