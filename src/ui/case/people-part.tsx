import { useState } from 'preact/hooks';
import type { Case } from '../../model/case.ts';
import type { NoteId } from '../../model/note.ts';
import { PageText } from '../../reports/report/page-text.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { TextField } from '../parts/fields.tsx';
import { usePorts } from '../parts/ports.ts';
import { useSaving } from '../parts/use-saving.ts';
import { type AttributionHistory, latestOf, type PersonHistory, personName } from './use-accounts.ts';

interface PeoplePartProps {
  readonly of: Case;
  readonly people: readonly PersonHistory[];
  readonly unplaced: readonly AttributionHistory[];
}

/** The people whom the user named in this case, each to be renamed or erased. */
export function PeoplePart({ of, people, unplaced }: PeoplePartProps) {
  if (people.length === 0 && unplaced.length === 0) return null;
  return (
    <section aria-labelledby="people-title">
      <h2 id="people-title">People you named</h2>
      <p class="muted">These names are your own words. Holdfast does not check who is behind an account.</p>
      {people.map((person, index) => (
        <PersonForm key={person.id} id={`person-${index + 1}`} of={of} person={person} />
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
  readonly of: Case;
  readonly person: PersonHistory;
}

function PersonForm({ id, of, person }: PersonFormProps) {
  const { send } = usePorts();
  const saving = useSaving();
  const [isErasing, setErasing] = useState(false);
  const [name, setName] = useState(latestOf(person)?.name ?? '');
  const note = { kind: 'person', name: name.trim() } as const;
  const save = (event: Event) => {
    event.preventDefault();
    if (note.name === '') return saving.say('Write a name first.');
    void saving.run(() => send('note:write', { caseId: of.id, noteId: person.id, note }));
  };
  return (
    <form onSubmit={save}>
      <TextField id={id} label="Name" value={name} longest={200} required onChange={setName} />
      {saving.error !== undefined && <FaultNotice error={saving.error} />}
      <div class="button-row">
        <button type="submit">Save the name</button>
        <button type="button" class="grave" onClick={() => setErasing(true)}>
          Erase…<span class="visually-hidden"> {name}</span>
        </button>
        <span role="status">{saving.said}</span>
      </div>
      {isErasing && <EraseDialog of={of} person={person.id} onClose={() => setErasing(false)} />}
    </form>
  );
}

interface EraseDialogProps {
  readonly of: Case;
  readonly person: NoteId;
  readonly onClose: () => void;
}

function EraseDialog({ of, person, onClose }: EraseDialogProps) {
  const { send } = usePorts();
  const saving = useSaving();
  const erase = () =>
    void saving
      .run(() => send('note:erase', { caseId: of.id, noteId: person, reason: '' }))
      .then(isErased => isErased && onClose());
  return (
    <Dialog title="Erase this person?" onClose={onClose}>
      <p>
        Their name, every earlier name, and what you wrote about their accounts are lost for good. The
        recordings stay. The list of events keeps only that something was erased, and when.
      </p>
      {saving.error !== undefined && <FaultNotice error={saving.error} />}
      <div class="button-row">
        <button type="button" onClick={onClose}>
          Keep them
        </button>
        <button type="button" class="grave" disabled={saving.isSaving} onClick={erase}>
          Erase for good
        </button>
      </div>
    </Dialog>
  );
}
