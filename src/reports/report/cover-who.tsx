import type { CaseDetails } from '../../model/details.ts';
import type { Session } from '../../model/history.ts';
import { capacityNames, relationshipNames, roleNames } from '../../words/details.ts';
import type { ReportFacts } from './facts.ts';
import { PageText } from './page-text.tsx';
import { type Field, Fields } from './parts.tsx';

/** Who asks, by the name they chose. Shows only what was given; without any of it there is no heading either. */
export function WhoAsks({ facts: { matter, isOfficer } }: { readonly facts: ReportFacts }) {
  const fields = whoFields(matter.details, isOfficer);
  if (fields.length === 0) return null;
  return (
    <>
      <h2>{isOfficer ? 'Who is affected' : 'Who asks'}</h2>
      <Fields fields={fields} />
    </>
  );
}

function whoFields(details: CaseDetails, isOfficer: boolean): readonly Field[] {
  const { chosenName, pronouns, capacity, relationship, relationshipWords } = details;
  const between = [relationship === undefined ? '' : relationshipNames[relationship], relationshipWords]
    .filter(part => part !== '')
    .join('. ');
  return [
    ...filledField('Name', chosenName),
    ...filledField('Pronouns', pronouns),
    ...(capacity === undefined || (isOfficer && capacity === 'officer')
      ? []
      : [['Reports as', capacityNames[capacity]] as const]),
    ...filledField('The person reported is to them', between),
  ];
}

/** For an officer: name, rank, number, force, case reference and purpose, as far as they were filled in. */
export function OfficerFields({ facts: { input, matter } }: { readonly facts: ReportFacts }) {
  const officer = input.reporter?.capacity === 'officer' ? input.reporter.officer : undefined;
  const session: Session | undefined = matter.sessions.at(-1)?.note;
  if (officer === undefined && session === undefined) return null;
  const pick = (name: 'name' | 'rank' | 'number' | 'force' | 'caseReference') =>
    officer?.[name] || session?.[name] || '';
  return (
    <>
      <h2>Officer who recorded</h2>
      <Fields
        fields={[
          ...filledField('Name', pick('name')),
          ...filledField('Rank', pick('rank')),
          ...filledField('Role', session?.role === undefined ? '' : roleNames[session.role]),
          ...filledField('Number', pick('number')),
          ...filledField('Force', pick('force')),
          ...filledField('Case reference', pick('caseReference')),
          ...filledField('Purpose', [...new Set(matter.sessions.map(({ note }) => note.purpose))].join('; ')),
        ]}
      />
    </>
  );
}

/** One field, or none when the text is empty. */
export function filledField(name: string, text = ''): readonly Field[] {
  return text === '' ? [] : [[name, <PageText key={name} text={text} />]];
}
