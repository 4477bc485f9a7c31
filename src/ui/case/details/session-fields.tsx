import { type Session, sessionSchema } from '../../../model/history.ts';
import { roleNames } from '../../../words/details.ts';
import { AskAll } from '../../forms/ask.tsx';
import { Fold } from '../../forms/fold.tsx';
import { formOf } from '../../forms/form-kind.ts';
import type { Form } from '../../forms/use-form.ts';

/** Whether an officer discussed the options with the person, in the words of the form. */
export const discussedNames: Readonly<Record<NonNullable<Session['optionsDiscussed']>, string>> = {
  yes: 'yes',
  'not-yet': 'not yet',
  'not-possible': 'not possible',
};

const questions = {
  purpose: {
    kind: 'text',
    label: 'Purpose of this session (needed)',
    hint: 'Why: a policing purpose must stand behind each look at somebody’s posts.',
    rows: 2,
    missing: 'Write the purpose first.',
  },
  caseReference: {
    kind: 'line',
    label: 'Case reference (needed)',
    hint: 'Why: it ties the recordings to the case at your force.',
    id: 'reference',
    missing: 'Write the case reference first.',
  },
  optionsDiscussed: {
    kind: 'choice',
    label: 'Options discussed with the victim?',
    hint: 'Why: they say what they want before a platform is asked or a suspect is contacted.',
    id: 'discussed',
    names: discussedNames,
  },
  discussion: { kind: 'text', label: 'What was discussed, and what they chose', rows: 2 },
  authority: {
    kind: 'line',
    label: 'Authority reference',
    hint: 'Is this a repeat visit to the same profile? Looking at one person’s open profile again and again may be directed surveillance (see RIPA 2000, Part II). If an authority is needed, put its reference here; if you are not sure, ask first.',
  },
  name: { kind: 'line', label: 'Name' },
  rank: { kind: 'line', label: 'Rank' },
  number: { kind: 'line', label: 'Collar or staff number' },
  force: { kind: 'line', label: 'Police force' },
  role: { kind: 'choice', label: 'Role', names: roleNames },
} as const;

/** The form for an officer's session, by case. */
export const sessionForm = formOf('session', sessionSchema, questions);

/** What an officer says about a session: the purpose first, then who they are. */
export function SessionFields({ form }: { readonly form: Form<Session, typeof questions> }) {
  const { name } = form.draft;
  return (
    <>
      <AskAll
        form={form}
        names={['purpose', 'caseReference', 'optionsDiscussed', 'discussion', 'authority']}
      />
      <Fold title="Who you are" isFilledIn={name !== ''} isOpen={name === ''}>
        <AskAll form={form} names={['name', 'rank', 'number', 'force', 'role']} />
      </Fold>
    </>
  );
}
