import type { Matter } from '../../matter/matter.ts';
import type { Session } from '../../model/history.ts';
import { roleNames } from '../../words/details.ts';
import { told } from './cover-who.tsx';
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
              ...told('Name', note.name),
              ...told('Role', note.role === undefined ? '' : roleNames[note.role]),
              ...told('Rank', note.rank),
              ...told('Number', note.number),
              ...told('Force', note.force),
              ...told('Case reference', note.caseReference),
              ...told('Purpose', note.purpose),
              ...told('Authority', note.authority),
              ...told(
                'Options discussed with the person affected',
                note.optionsDiscussed === undefined ? '' : discussedWords[note.optionsDiscussed],
              ),
              ...told('What was said and chosen', note.discussion),
            ]}
          />
        </section>
      ))}
    </>
  );
}
