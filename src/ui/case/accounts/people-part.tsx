import type { Case } from '../../../model/case.ts';
import { personSchema } from '../../../model/note.ts';
import { PageText } from '../../../reports/report/page-text.tsx';
import { AskAll } from '../../forms/ask.tsx';
import { FormFrame } from '../../forms/form-frame.tsx';
import { formOf } from '../../forms/form-kind.ts';
import { useForm } from '../../forms/use-form.ts';
import { usePorts } from '../../parts/ports.ts';
import { EraseNote } from '../erase-note.tsx';
import { type AttributionHistory, latestOf, type PersonHistory, personName } from './use-accounts.ts';

const personForm = formOf('person', personSchema, {
  name: { kind: 'line', label: 'Name', id: '', missing: 'Write a name first.' },
});

interface PeoplePartProps {
  readonly caseFile: Case;
  readonly people: readonly PersonHistory[];
  readonly unplaced: readonly AttributionHistory[];
}

/** The people whom the user named in this case. Each can be renamed or erased. */
export function PeoplePart({ caseFile, people, unplaced }: PeoplePartProps) {
  if (people.length === 0 && unplaced.length === 0) return null;
  return (
    <section aria-labelledby="people-title">
      <h2 id="people-title">People you named</h2>
      <p class="muted">These names are your own words. Holdfast does not check who is behind an account.</p>
      {people.map((person, index) => (
        <PersonForm key={person.id} id={`person-${index + 1}`} caseFile={caseFile} person={person} />
      ))}
      {unplaced.length > 0 && <Unplaced people={people} unplaced={unplaced} />}
    </section>
  );
}

function Unplaced({ people, unplaced }: Pick<PeoplePartProps, 'people' | 'unplaced'>) {
  return (
    <>
      <h3>About accounts that are not in the list</h3>
      <p class="muted">No recording shows this account any more, or its name fits more than one.</p>
      <ul>
        {unplaced.map(each => {
          const note = latestOf(each);
          return (
            <li key={each.id}>
              <PageText text={note?.account.handle ?? note?.account.accountId} />:{' '}
              <PageText text={personName(people, note?.person) ?? 'nobody'} />. <PageText text={note?.why} />
            </li>
          );
        })}
      </ul>
    </>
  );
}

interface PersonFormProps {
  readonly id: string;
  readonly caseFile: Case;
  readonly person: PersonHistory;
}

function PersonForm({ id, caseFile, person }: PersonFormProps) {
  const { send } = usePorts();
  const saved = latestOf(person);
  const form = useForm(personForm, {
    id,
    key: person.id,
    saved: personForm.draftOf(saved),
    send: ({ name }) =>
      send('note:write', { caseId: caseFile.id, noteId: person.id, note: { kind: 'person', name } }),
  });
  return (
    <>
      <FormFrame form={form} action="Save the name">
        <AskAll form={form} />
      </FormFrame>
      <div class="button-row">
        <EraseNote
          id={`${id}-erase`}
          caseId={caseFile.id}
          noteId={person.id}
          about={saved?.name ?? ''}
          title="Erase this person?"
          loss="Their name, every earlier name, and what you wrote about their accounts. The recordings stay."
          onErased={form.forget}
        />
      </div>
    </>
  );
}
