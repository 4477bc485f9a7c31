import type { Matter } from '../../matter/matter.ts';
import type { Session } from '../../model/history.ts';
import { roleNames } from '../../words/details.ts';
import { filledField } from './cover-who.tsx';
import type { ReportFacts } from './facts.ts';
import { Fields, MomentInline } from './parts.tsx';

const discussedWords: Readonly<Record<NonNullable<Session['optionsDiscussed']>, string>> = {
  yes: 'yes',
  'not-yet': 'not yet',
  'not-possible': 'not possible',
};

/** Whether an officer opened a session. */
export function hasSessions({ sessions }: Matter): boolean {
  return sessions.length > 0;
}

/** Each session of an officer: who, for which case and purpose, and what was discussed with the person affected. */
export function SessionsPart({ facts: { matter } }: { readonly facts: ReportFacts }) {
  return (
    <>
      {matter.sessions.map(({ note, writtenAt }, index) => (
        <section key={index} aria-label={`Session ${index + 1}`}>
          <h3>Session {index + 1}</h3>
          <Fields
            fields={[
              ['Written', <MomentInline key="at" at={writtenAt} />],
              ...filledField('Name', note.name),
              ...filledField('Role', note.role === undefined ? '' : roleNames[note.role]),
              ...filledField('Rank', note.rank),
              ...filledField('Number', note.number),
              ...filledField('Force', note.force),
              ...filledField('Case reference', note.caseReference),
              ...filledField('Purpose', note.purpose),
              ...filledField('Authority', note.authority),
              ...filledField(
                'Options discussed with the person affected',
                note.optionsDiscussed === undefined ? '' : discussedWords[note.optionsDiscussed],
              ),
              ...filledField('What was said and chosen', note.discussion),
            ]}
          />
        </section>
      ))}
    </>
  );
}
