import { type CaseDetails, caseDetailsSchema } from '../../../model/details.ts';
import type { NoteHistory } from '../../../model/note.ts';
import { hateGroundNames } from '../../../words/content.ts';
import { capacityNames, relationshipNames, wishNames } from '../../../words/details.ts';
import { jurisdictionWords } from '../../../words/jurisdiction.ts';
import { Ask, AskAll } from '../../forms/ask.tsx';
import { Fold } from '../../forms/fold.tsx';
import { formOf } from '../../forms/form-kind.ts';
import type { Form } from '../../forms/use-form.ts';
import { WishChanges } from './details-history.tsx';

const jurisdictionNames = {
  'england-wales': jurisdictionWords['england-wales'].name,
  scotland: jurisdictionWords.scotland.name,
  'northern-ireland': jurisdictionWords['northern-ireland'].name,
};

/** The questions about a case as a whole, each with one sentence on why it is asked. */
const questions = {
  wishes: {
    kind: 'several',
    label: 'I am asking for',
    hint: 'Why: whoever reads the file sees at once what you expect. Tick as many as you want. You can change your mind at any time.',
    names: wishNames,
  },
  speakToMeFirst: {
    kind: 'tick',
    label: 'Please do not contact the person I am reporting before you have spoken to me.',
    hint: 'Why: contact that comes as a surprise can put you in danger. It stands on the first page of the file. It asks the police; it cannot bind them.',
    id: 'first',
  },
  wishWords: {
    kind: 'text',
    label: 'In your own words',
    hint: 'Why: a list cannot say everything. For example what must not happen, or whom else nobody should tell.',
    id: 'wish-words',
    rows: 2,
  },
  jurisdiction: {
    kind: 'choice',
    label: 'Part of the United Kingdom',
    hint: 'Why: the law, the forms and the places that help are not the same. Usually where you live.',
    names: jurisdictionNames,
  },
  capacity: {
    kind: 'choice',
    label: 'You are',
    hint: 'Why: platforms and police ask whether you report for yourself or for somebody else.',
    names: capacityNames,
  },
  chosenName: {
    kind: 'line',
    label: 'The name you want to be called',
    hint: 'Why: the papers use this name. Any name will do; nobody checks it.',
    id: 'name',
  },
  pronouns: {
    kind: 'line',
    label: 'Your pronouns',
    hint: 'Why: so that everyone is spoken of as they want. Any words will do.',
  },
  relationship: {
    kind: 'choice',
    label: 'To me, the other person is',
    hint: 'Why: if it is a partner or family, other laws and other help apply. A stranger matters just as much.',
    names: relationshipNames,
  },
  relationshipWords: {
    kind: 'text',
    label: 'More about that',
    hint: 'Why: it helps to understand the posts. For example since when you know each other, or that there is more than one person.',
    id: 'relationship-words',
    rows: 3,
  },
  story: {
    kind: 'text',
    label: 'What happened, in your own words',
    hint: 'Why: single posts do not show how it began and how it went on. It need not be complete or in order.',
    rows: 8,
  },
  impact: {
    kind: 'text',
    label: 'The effect on your life, in your own words',
    hint: 'Why: some laws ask what it does to your day-to-day life. Being online does not make it smaller.',
    rows: 6,
  },
  hatePerceived: {
    kind: 'several',
    label: 'I see it as hate because of',
    hint: 'Why: hate can change how it is dealt with, and how you see it counts. You need not say what you are. Holdfast never guesses this.',
    id: 'hate',
    names: hateGroundNames,
  },
} as const;

/** The form for the details of a case. */
export const detailsForm = formOf('details', caseDetailsSchema, questions);

interface QuestionsProps {
  readonly form: Form<CaseDetails, typeof questions>;
  readonly history: NoteHistory<CaseDetails> | undefined;
}

export function DetailsQuestions({ form, history }: QuestionsProps) {
  const { wishes, speakToMeFirst, jurisdiction, capacity, chosenName, pronouns, ...draft } = form.draft;
  const isForAnother = capacity !== undefined && capacity !== 'affected';
  const isWhoFilledIn = Boolean(jurisdiction ?? capacity) || chosenName + pronouns !== '';
  return (
    <>
      <Fold title="What you are asking for" isOpen isFilledIn={wishes.length > 0 || speakToMeFirst}>
        <AskAll form={form} names={['wishes', 'speakToMeFirst', 'wishWords']} />
        <WishChanges history={history} />
      </Fold>
      <Fold title="Where it is, and who you are" isFilledIn={isWhoFilledIn}>
        <AskAll form={form} names={['jurisdiction', 'capacity']} />
        <Ask
          form={form}
          name="chosenName"
          {...(isForAnother && { label: 'The name the person wants to be called' })}
        />
        <Ask form={form} name="pronouns" {...(isForAnother && { label: 'Their pronouns' })} />
      </Fold>
      <Fold
        title="The other person"
        isFilledIn={draft.relationship !== undefined || draft.relationshipWords !== ''}
      >
        <AskAll form={form} names={['relationship', 'relationshipWords']} />
      </Fold>
      <Fold title="What happened as a whole" isFilledIn={draft.story !== ''}>
        <Ask form={form} name="story" />
      </Fold>
      <Fold title="What it does to your life" isFilledIn={draft.impact !== ''}>
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
        <Ask form={form} name="impact" />
      </Fold>
      <Fold title="If you see it as hate" isFilledIn={draft.hatePerceived.length > 0}>
        <Ask form={form} name="hatePerceived" />
      </Fold>
    </>
  );
}
