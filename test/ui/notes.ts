import type { LogReader } from '../../src/evidence/reader.ts';
import type { Confidential } from '../../src/model/confidential.ts';
import { type Instant, sha256Schema, toInstant } from '../../src/model/identifiers.ts';
import { type Note, type NoteHistory, type NoteKind, noteIdSchema } from '../../src/model/note.ts';

/** A note id that ends in this number. */
export function noteId(number: number) {
  return noteIdSchema.parse(`44444444-4444-4444-8444-${String(number).padStart(12, '0')}`);
}

/** A note with these versions, one a second unless it is told when, oldest first. */
export function noteOf(number: number, notes: readonly Note[], at?: Instant): NoteHistory {
  const sha256 = sha256Schema.parse('a'.repeat(64));
  return {
    id: noteId(number),
    versions: notes.map((note, index) => ({
      version: index + 1,
      writtenAt: at ?? toInstant(index * 1000),
      note,
      sha256,
    })),
  };
}

/** A note that was written once. */
export function oneNote(note: Note, at?: Instant): NoteHistory {
  return noteOf(1, [note], at);
}

/** A log that holds these notes, by kind. */
export function noteLog(notes: Partial<Record<NoteKind, readonly NoteHistory[]>>): Partial<LogReader> {
  const readNotes = async (_: unknown, kind: NoteKind) => notes[kind] ?? [];
  return { readNotes: readNotes as unknown as LogReader['readNotes'] };
}

/** Nothing confidential told. */
export const untoldConfidential: Confidential = {
  kind: 'confidential',
  legalName: '',
  age: '',
  occupation: '',
  address: '',
  phone: '',
  email: '',
  safeWays: '',
  safeTimes: '',
  vulnerabilities: [],
  vulnerabilityWords: '',
};
