import { groupedBy } from '../../model/grouped-by.ts';
import type { CaseId } from '../../model/identifiers.ts';
import {
  type Note,
  type NoteHistory,
  type NoteId,
  type NoteKind,
  type NoteOf,
  type NoteVersion,
  noteIdSchema,
  noteSchema,
  noteVersionSchema,
} from '../../model/note.ts';
import { noteActions, noteFacts } from '../../model/note-events.ts';
import type { PreservationTrack } from '../../model/preservation.ts';
import { wellFormed, wellFormedValue } from '../../model/well-formed.ts';
import { digestWritten, isSameContent } from '../captures/written.ts';
import { contexts } from '../store/contexts.ts';
import type { NoteRow } from '../store/database.ts';
import { inOrder, type Placed } from '../store/in-order.ts';
import type { LogStore } from '../store/store.ts';
import { uuid } from '../store/uuid.ts';
import { actorOf, readCase } from './cases.ts';
import { append } from './custody-log.ts';

/** The notes of one kind in the order first written, each with the versions that open. */
export async function readNotes<K extends NoteKind>(
  store: LogStore,
  caseId: CaseId,
  kind: K,
): Promise<readonly NoteHistory<NoteOf<K>>[]> {
  const opened = await openedVersions(store, caseId);
  return histories(
    opened.flatMap(({ version, ...place }) => (isOf(kind, version) ? [{ ...place, version }] : [])),
  );
}

/** The notes of every kind in the order first written. */
export async function readAllNotes(store: LogStore, caseId: CaseId): Promise<readonly NoteHistory[]> {
  return histories(await openedVersions(store, caseId));
}

function histories<N extends Note>(opened: readonly OpenedVersion<N>[]): readonly NoteHistory<N>[] {
  return [...groupedBy(opened, ({ noteId }) => noteId)]
    .map(([id, all]) => ({ id, first: placeOf(all[0]), versions: all.map(({ version }) => version) }))
    .sort((one, other) => inOrder(one.first, other.first))
    .map(({ id, versions }) => ({ id, versions }));
}

function placeOf(first: OpenedVersion<Note> | undefined): Placed {
  return { number: first?.sequence, at: first?.version.writtenAt ?? '' };
}

/** Every version of the notes on requests to platforms, oldest first. */
export async function readTracks(store: LogStore, caseId: CaseId): Promise<readonly PreservationTrack[]> {
  const histories = await readNotes(store, caseId, 'track');
  return histories.flatMap(({ versions }) =>
    versions.map(({ note: { kind: _, ...track }, writtenAt }) => ({ ...track, writtenAt })),
  );
}

/** Writes a version of a note unless it equals the last one; returns the note's id, a new one if none is given. */
export async function writeNote(
  store: LogStore,
  caseId: CaseId,
  said: Note,
  given?: NoteId,
): Promise<NoteId> {
  const note = noteSchema.parse(wellFormedValue(said));
  const digested = await digestWritten(store, note);
  const noteId = given ?? noteIdSchema.parse(uuid(store.random));
  await readCase(store, caseId);
  await append(store, caseId, async () => {
    const rows = await rowsOf(store, noteId);
    if (rows.some(row => row.caseId !== caseId)) throw new Error('a note of another case');
    const last = rows.at(-1);
    const before = last && (await open(store, last));
    if (before !== undefined && before.note.kind !== note.kind) throw new Error('a note of another kind');
    if (before !== undefined && isSameContent(before.note, note)) return undefined;
    const version = (last?.version ?? 0) + 1;
    const written: NoteVersion = { version, writtenAt: store.now(), note, ...digested };
    const sealed = await store.sealJson(contexts.note(noteId, version), written);
    return {
      entry: {
        action: noteActions[note.kind],
        actor: await actorOf(store, caseId),
        subject: { caseId },
        detail: { noteId, version, ...noteFacts(note), sha256: digested.sha256 },
      },
      tables: [store.database.notes],
      write: sequence => store.database.notes.add({ noteId, version, caseId, sequence, sealed }),
    };
  });
  return noteId;
}

/** Erases a note and, for a person, the attributions that ever named them. Without a note, appends no event. */
export async function eraseNote(
  store: LogStore,
  caseId: CaseId,
  noteId: NoteId,
  reason: string,
): Promise<void> {
  const { notes } = store.database;
  await append(store, caseId, async () => {
    const rows = (await rowsOf(store, noteId)).filter(row => row.caseId === caseId);
    if (rows.length === 0) return undefined;
    const attached = await attachedTo(store, caseId, noteId);
    return {
      entry: {
        action: 'note.erased',
        actor: await actorOf(store, caseId),
        subject: { caseId },
        detail: { noteId, attached, versions: rows.length, reason: wellFormed(reason) },
      },
      tables: [notes],
      write: () =>
        notes
          .where('noteId')
          .anyOf([noteId, ...attached])
          .delete(),
    };
  });
}

/** The notes that ever attributed an account to this person. */
async function attachedTo(store: LogStore, caseId: CaseId, person: NoteId): Promise<NoteId[]> {
  const attributions = await readNotes(store, caseId, 'attribution');
  return attributions
    .filter(({ versions }) => versions.some(({ note }) => note.person === person))
    .map(({ id }) => id);
}

interface OpenedVersion<N extends Note = Note> {
  readonly noteId: NoteId;
  readonly sequence: number | undefined;
  readonly version: NoteVersion<N>;
}

/** Every version that opens; each note's versions are in order. */
async function openedVersions(store: LogStore, caseId: CaseId): Promise<readonly OpenedVersion[]> {
  const rows = await store.database.notes.where('caseId').equals(caseId).sortBy('version');
  const opened = await Promise.all(
    rows.map(async row => ({
      noteId: row.noteId,
      sequence: row.sequence,
      version: await open(store, row),
    })),
  );
  return opened.flatMap(({ version, ...place }) => (version === undefined ? [] : [{ ...place, version }]));
}

function open(store: LogStore, row: NoteRow): Promise<NoteVersion | undefined> {
  return store.tryUnsealJson(noteVersionSchema, contexts.note(row.noteId, row.version), row.sealed);
}

/** By the rows' plain numbers, so that a version that does not open keeps its number. */
function rowsOf({ database }: LogStore, noteId: NoteId): Promise<NoteRow[]> {
  return database.notes.where('noteId').equals(noteId).sortBy('version');
}

function isOf<K extends NoteKind>(kind: K, version: NoteVersion): version is NoteVersion<NoteOf<K>> {
  return version.note.kind === kind;
}
