import type { CaseId } from '../../../model/identifiers.ts';
import type { Note, NoteHistory } from '../../../model/note.ts';
import { PageText } from '../../../reports/report/page-text.tsx';
import { FormFrame } from '../../forms/form-frame.tsx';
import type { Draft } from '../../forms/question.ts';
import { useForm } from '../../forms/use-form.ts';
import { Moment } from '../../parts/moment.tsx';
import { usePorts } from '../../parts/ports.ts';
import { EraseNote } from '../erase-note.tsx';
import { OwnWords } from '../exhibit/own-words.tsx';
import { useOpening } from '../use-opening.ts';
import type { EntryKind } from './entry-kind.ts';

interface EntriesPartProps<N extends Note, Qs> {
  readonly caseId: CaseId;
  readonly kind: EntryKind<N, Qs>;
  readonly entries: readonly NoteHistory<N>[];
}

/** The entries of one kind, each of which can be changed or erased, and a form for another. */
export function EntriesPart<N extends Note, Qs>(props: EntriesPartProps<N, Qs>) {
  const { caseId, kind, entries } = props;
  return (
    <>
      {entries.length === 0 && <p class="muted">{kind.none}</p>}
      <ul class="exhibit-list">
        {entries.map((entry, index) => (
          <Entry key={entry.id} id={`${kind.id}-${index + 1}`} caseId={caseId} kind={kind} entry={entry} />
        ))}
      </ul>
      <NewEntry caseId={caseId} kind={kind} />
    </>
  );
}

interface EntryProps<N extends Note, Qs> {
  readonly id: string;
  readonly caseId: CaseId;
  readonly kind: EntryKind<N, Qs>;
  readonly entry: NoteHistory<N>;
}

function Entry<N extends Note, Qs>({ id, caseId, kind, entry }: EntryProps<N, Qs>) {
  const opening = useOpening<HTMLLIElement>(kind.form.drafts.read(entry.id) !== undefined);
  const now = entry.versions.at(-1)?.note;
  if (now === undefined) return null;
  const title = kind.titleOf(now);
  return (
    <li id={id} ref={opening.place}>
      <h3>
        <PageText text={title} />
      </h3>
      <OwnWords rows={kind.rowsOf(now)} />
      {opening.isOpen ? (
        <EntryForm
          id={id}
          caseId={caseId}
          kind={kind}
          noteId={entry.id}
          saved={kind.form.draftOf(now)}
          onClose={opening.close}
        />
      ) : (
        <div class="button-row">
          <button type="button" id={`${id}-change`} data-opens onClick={opening.open}>
            Change<span class="visually-hidden"> {title}</span>
          </button>
          <EraseNote
            id={`${id}-erase`}
            caseId={caseId}
            noteId={entry.id}
            about={title}
            loss={`${kind.lost} Nobody can bring it back.`}
            onErased={() => kind.form.drafts.forget(entry.id)}
          />
          <span role="status">{opening.said}</span>
        </div>
      )}
      <Versions kind={kind} entry={entry} />
    </li>
  );
}

function NewEntry<N extends Note, Qs>({ caseId, kind }: Pick<EntriesPartProps<N, Qs>, 'caseId' | 'kind'>) {
  const opening = useOpening<HTMLDivElement>(kind.form.drafts.read(caseId) !== undefined);
  return (
    <div ref={opening.place} class={opening.isOpen ? 'card' : 'button-row'}>
      {opening.isOpen ? (
        <>
          <h3>{kind.add}</h3>
          <EntryForm
            id={`${kind.id}-new`}
            caseId={caseId}
            kind={kind}
            noteId={undefined}
            saved={kind.empty}
            onClose={opening.close}
          />
        </>
      ) : (
        <>
          <button type="button" id={`${kind.id}-add`} data-opens onClick={opening.open}>
            {kind.add}
          </button>
          <span role="status">{opening.said}</span>
        </>
      )}
    </div>
  );
}

interface EntryFormProps<N extends Note, Qs> extends Omit<EntryProps<N, Qs>, 'entry'> {
  readonly noteId: NoteHistory['id'] | undefined;
  readonly saved: Draft<Qs>;
  readonly onClose: (said: string) => void;
}

function EntryForm<N extends Note, Qs>(props: EntryFormProps<N, Qs>) {
  const { id, caseId, kind, noteId, saved, onClose } = props;
  const { send } = usePorts();
  const key = noteId ?? caseId;
  const isEmpty = noteId === undefined && kind.form.drafts.read(key) === undefined;
  const form = useForm(kind.form, {
    id,
    key,
    saved,
    startsAnew: true,
    check: () => (isEmpty ? 'Write something first.' : undefined),
    send: answers => send('note:write', { caseId, noteId, note: kind.noteOf(answers) }),
    onSaved: () => onClose('Saved.'),
  });
  const stop = () => {
    form.forget();
    onClose('');
  };
  return (
    <FormFrame
      form={form}
      buttons={
        <button type="button" id={`${id}-stop`} onClick={stop}>
          {form.isChanged ? 'Throw away what I typed' : 'Close'}
        </button>
      }
    >
      {kind.fields(form)}
    </FormFrame>
  );
}

function Versions<N extends Note, Qs>({ kind, entry }: Pick<EntryProps<N, Qs>, 'kind' | 'entry'>) {
  const [first] = entry.versions;
  if (first === undefined) return null;
  if (entry.versions.length === 1)
    return (
      <p class="muted">
        Written <Moment at={first.writtenAt} />
      </p>
    );
  return (
    <details>
      <summary>What was saved before</summary>
      <ol class="events" reversed>
        {entry.versions.toReversed().map(({ version, writtenAt, note }) => (
          <li key={version}>
            <h4>
              Version {version}, <Moment at={writtenAt} />
            </h4>
            <p>
              <PageText text={kind.titleOf(note)} />
            </p>
            <OwnWords rows={kind.rowsOf(note)} />
          </li>
        ))}
      </ol>
    </details>
  );
}
