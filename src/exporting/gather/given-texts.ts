import { unreadWritings } from '../../bundle/verify/words/unread-notes.ts';
import type { WordsVersion } from '../../model/case.ts';
import type { CustodyEvent } from '../../model/custody.ts';
import type { LostNote } from '../../model/lost-texts.ts';
import {
  type ExportedNote,
  keptBackKinds,
  type NoteHistory,
  type NoteKind,
  noteIdSchema,
} from '../../model/note.ts';

/** The notes of a case as a bundle holds them: without the kinds that are kept back. */
export function givenNotes(notes: readonly NoteHistory[]): readonly ExportedNote[] {
  const kept: readonly NoteKind[] = keptBackKinds;
  return notes
    .filter(({ versions }) => versions.every(({ note }) => !kept.includes(note.kind)))
    .map(({ id, versions }) => ({ id, versions: [...versions] }));
}

/** Versions of notes that by the chain were written and not erased, and that the log can no longer read. */
export function lostNotesOf(
  events: readonly CustodyEvent[],
  notes: readonly ExportedNote[],
): readonly LostNote[] {
  const lost = unreadWritings(events, notes).map(({ detail }) => ({
    noteId: noteIdSchema.parse(detail['noteId']),
    version: Number(detail['version']),
  }));
  return [...new Map(lost.map(note => [`${note.noteId} ${note.version}`, note])).values()];
}

/**
 * Version numbers of the words about an exhibit that could not be read. They are counted up to the last version that
 * was read or that the chain names.
 */
export function lostWordsOf(
  described: readonly CustodyEvent[],
  words: readonly WordsVersion[],
): readonly number[] {
  const here = new Set(words.map(({ version }) => version));
  const stated = described.map(({ detail }, index) => Number(detail['version'] ?? index + 1));
  const last = [...here, ...stated].reduce((most, version) => Math.max(most, version), 0);
  return Array.from({ length: last }, (_, index) => index + 1).filter(version => !here.has(version));
}
