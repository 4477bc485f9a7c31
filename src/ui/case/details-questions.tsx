import type { CaseDetails } from '../../model/details.ts';
import type { NoteHistory } from '../../model/note.ts';
import { hateGroundNames } from '../../reports/words/content.ts';
import { capacityNames, relationshipNames, wishNames } from '../../reports/words/details.ts';
import { jurisdictionWords } from '../../reports/words/jurisdiction.ts';
import { Fold } from '../forms/fold.tsx';
import { Check, CheckGroup, optionsOf } from '../parts/checks.tsx';
import { ChoiceField } from '../parts/choice-field.tsx';
import { TextArea, TextField } from '../parts/fields.tsx';
import { WishChanges } from './details-history.tsx';

interface QuestionsProps {
  readonly draft: CaseDetails;
  readonly onChange: (change: Partial<CaseDetails>) => void;
}

/** The questions in groups, each with one sentence on why it is asked. */
export function DetailsQuestions({
  told,
  ...props
}: QuestionsProps & { readonly told: NoteHistory<CaseDetails> | undefined }) {
  return (
    <>
      <Wishes {...props} told={told} />
      <WhereAndWho {...props} />
      <OtherPerson {...props} />
      <Story {...props} />
      <Impact {...props} />
      <Hate {...props} />
    </>
  );
}

function Wishes({
  draft,
  onChange,
  told,
}: QuestionsProps & { readonly told: NoteHistory<CaseDetails> | undefined }) {
  return (
    <Fold title="What you are asking for" isOpen isTold={draft.wishes.length > 0 || draft.speakToMeFirst}>
      <CheckGroup
        id="told-wishes"
        legend="I am asking for"
        hint="Why: whoever reads the file sees at once what you expect. Tick as many as you want. You can change your mind at any time."
        options={optionsOf(wishNames)}
        chosen={draft.wishes}
        onChange={wishes => onChange({ wishes })}
      />
      <Check
        id="told-first"
        label="Please do not contact the person I am reporting before you have spoken to me."
        hint="Why: contact that comes as a surprise can put you in danger. It stands on the first page of the file. It asks the police; it cannot bind them."
        checked={draft.speakToMeFirst}
        onChange={speakToMeFirst => onChange({ speakToMeFirst })}
      />
      <TextArea
        id="told-wish-words"
        label="In your own words"
        hint="Why: a list cannot say everything. For example what must not happen, or whom else nobody should tell."
        value={draft.wishWords}
        rows={2}
        longest={5_000}
        onChange={wishWords => onChange({ wishWords })}
      />
      <WishChanges told={told} />
    </Fold>
  );
}

const jurisdictionNames = {
  'england-wales': jurisdictionWords['england-wales'].name,
  scotland: jurisdictionWords.scotland.name,
  'northern-ireland': jurisdictionWords['northern-ireland'].name,
};

function WhereAndWho({ draft, onChange }: QuestionsProps) {
  const isTold = Boolean(draft.jurisdiction ?? draft.capacity) || draft.chosenName + draft.pronouns !== '';
  const isForAnother = draft.capacity !== undefined && draft.capacity !== 'affected';
  return (
    <Fold title="Where it is, and who you are" isTold={isTold}>
      <ChoiceField
        id="told-jurisdiction"
        label="Part of the United Kingdom"
        hint="Why: the law, the forms and the places that help are not the same. Usually where you live."
        names={jurisdictionNames}
        value={draft.jurisdiction}
        onChange={jurisdiction => onChange({ jurisdiction })}
      />
      <ChoiceField
        id="told-capacity"
        label="You are"
        hint="Why: platforms and police ask whether you report for yourself or for somebody else."
        names={capacityNames}
        value={draft.capacity}
        onChange={capacity => onChange({ capacity })}
      />
      <TextField
        id="told-name"
        label={isForAnother ? 'The name the person wants to be called' : 'The name you want to be called'}
        hint="Why: the papers use this name. Any name will do; nobody checks it."
        value={draft.chosenName}
        longest={200}
        onChange={chosenName => onChange({ chosenName })}
      />
      <TextField
        id="told-pronouns"
        label={isForAnother ? 'Their pronouns' : 'Your pronouns'}
        hint="Why: so that everyone is spoken of as they want. Any words will do."
        value={draft.pronouns}
        longest={200}
        onChange={pronouns => onChange({ pronouns })}
      />
    </Fold>
  );
}

function OtherPerson({ draft, onChange }: QuestionsProps) {
  return (
    <Fold
      title="The other person"
      isTold={draft.relationship !== undefined || draft.relationshipWords !== ''}
    >
      <ChoiceField
        id="told-relationship"
        label="To me, the other person is"
        hint="Why: if it is a partner or family, other laws and other help apply. A stranger matters just as much."
        names={relationshipNames}
        value={draft.relationship}
        onChange={relationship => onChange({ relationship })}
      />
      <TextArea
        id="told-relationship-words"
        label="More about that"
        hint="Why: it helps to understand the posts. For example since when you know each other, or that there is more than one person."
        value={draft.relationshipWords}
        rows={3}
        longest={5_000}
        onChange={relationshipWords => onChange({ relationshipWords })}
      />
    </Fold>
  );
}

function Story({ draft, onChange }: QuestionsProps) {
  return (
    <Fold title="What happened as a whole" isTold={draft.story !== ''}>
      <TextArea
        id="told-story"
        label="What happened, in your own words"
        hint="Why: single posts do not show how it began and how it went on. It need not be complete or in order."
        value={draft.story}
        rows={8}
        longest={20_000}
        onChange={story => onChange({ story })}
      />
    </Fold>
  );
}

function Impact({ draft, onChange }: QuestionsProps) {
  return (
    <Fold title="What it does to your life" isTold={draft.impact !== ''}>
      <p>You may think of, and leave out whatever you want:</p>
      <ul>
        <li>whether you feel harassed, alarmed, distressed, or afraid that someone will be violent</li>
        <li>work, school or study</li>
        <li>the routes you take, and places you do not go to any more</li>
        <li>your home, and feeling safe there</li>
        <li>sleep and health</li>
        <li>what you do online, and what you stopped doing</li>
        <li>your children, and others close to you</li>
      </ul>
      <TextArea
        id="told-impact"
        label="The effect on your life, in your own words"
        hint="Why: some laws ask what it does to your day-to-day life. Being online does not make it smaller."
        value={draft.impact}
        rows={6}
        longest={20_000}
        onChange={impact => onChange({ impact })}
      />
    </Fold>
  );
}

function Hate({ draft, onChange }: QuestionsProps) {
  return (
    <Fold title="If you see it as hate" isTold={draft.hatePerceived.length > 0}>
      <CheckGroup
        id="told-hate"
        legend="I see it as hate because of"
        hint="Why: hate can change how it is dealt with, and how you see it counts. You need not say what you are. Holdfast never guesses this."
        options={optionsOf(hateGroundNames)}
        chosen={draft.hatePerceived}
        onChange={hatePerceived => onChange({ hatePerceived })}
      />
    </Fold>
  );
}
