import type { CaseId } from '../../model/identifiers.ts';
import type { Note, NoteHistory } from '../../model/note.ts';
import { PageText } from '../../reports/report/page-text.tsx';
import { useDraft } from '../forms/drafts.ts';
import { Moment } from '../parts/moment.tsx';
import { usePorts } from '../parts/ports.ts';
import { useSaving } from '../parts/use-saving.ts';
import type { EntryKind } from './entry-kind.ts';
import { EraseNote } from './erase-note.tsx';
import { NoteForm } from './note-form.tsx';
import { Told } from './told.tsx';
import { useOpening } from './use-opening.ts';

interface EntriesPartProps<N extends Note, D extends object> {
  readonly caseId: CaseId;
  readonly kind: EntryKind<N, D>;
  readonly entries: readonly NoteHistory<N>[];
}

/** The entries of one kind, each to be changed or erased, and a form for another. */
export function EntriesPart<N extends Note, D extends object>(props: EntriesPartProps<N, D>) {
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

interface EntryProps<N extends Note, D extends object> {
  readonly id: string;
  readonly caseId: CaseId;
  readonly kind: EntryKind<N, D>;
  readonly entry: NoteHistory<N>;
}

function Entry<N extends Note, D extends object>({ id, caseId, kind, entry }: EntryProps<N, D>) {
  const opening = useOpening<HTMLLIElement>(kind.drafts.read(entry.id) !== undefined);
  const now = entry.versions.at(-1)?.note;
  if (now === undefined) return null;
  const title = kind.titleOf(now);
  return (
    <li id={id} ref={opening.place}>
      <h3>
        <PageText text={title} />
      </h3>
      <Told rows={kind.rowsOf(now)} />
      {opening.isOpen ? (
        <EntryForm
          id={id}
          caseId={caseId}
          kind={kind}
          noteId={entry.id}
          saved={kind.draftOf(now)}
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
            onErased={() => kind.drafts.forget(entry.id)}
          />
          <span role="status">{opening.said}</span>
        </div>
      )}
      <Versions kind={kind} entry={entry} />
    </li>
  );
}

function NewEntry<N extends Note, D extends object>({
  caseId,
  kind,
}: Pick<EntriesPartProps<N, D>, 'caseId' | 'kind'>) {
  const opening = useOpening<HTMLDivElement>(kind.drafts.read(caseId) !== undefined);
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

interface EntryFormProps<N extends Note, D extends object> extends Omit<EntryProps<N, D>, 'entry'> {
  readonly noteId: NoteHistory['id'] | undefined;
  readonly saved: D;
  readonly onClose: (said: string) => void;
}

function EntryForm<N extends Note, D extends object>(props: EntryFormProps<N, D>) {
  const { id, caseId, kind, noteId, saved, onClose } = props;
  const { send } = usePorts();
  const saving = useSaving();
  const { draft, isChanged, change, settle, forget } = useDraft(kind.drafts, noteId ?? caseId, saved);
  const save = () => {
    if (noteId === undefined && !isChanged) return saving.say('Write something first.');
    const note = kind.noteOf(draft);
    if (typeof note === 'string') return saving.say(note);
    void saving
      .run(() => send('note:write', { caseId, noteId, note }))
      .then(isSaved => {
        if (!isSaved) return;
        settle(draft);
        onClose('Saved.');
      });
  };
  const stop = () => {
    forget();
    onClose('');
  };
  const edit = (part: Partial<D>) => {
    saving.say('');
    change(part);
  };
  return (
    <NoteForm
      id={id}
      saving={saving}
      isChanged={isChanged}
      onSave={save}
      buttons={
        <button type="button" id={`${id}-stop`} onClick={stop}>
          {isChanged ? 'Throw away what I typed' : 'Close'}
        </button>
      }
    >
      {kind.fields({ id, draft, onChange: edit })}
    </NoteForm>
  );
}

function Versions<N extends Note, D extends object>({
  kind,
  entry,
}: Pick<EntryProps<N, D>, 'kind' | 'entry'>) {
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
            <Told rows={kind.rowsOf(note)} />
          </li>
        ))}
      </ol>
    </details>
  );
}
