import { z } from 'zod';
import { noteIdSchema } from './note.ts';

/** A version of a note that the chain names but the log can no longer read. */
export const lostNoteSchema = z.object({ noteId: noteIdSchema, version: z.int().positive() });
export type LostNote = z.infer<typeof lostNoteSchema>;

/** The versions of an exhibit's words that the log can no longer read, in order. */
export const lostWordsSchema = z.array(z.int().positive()).min(1);

/** The parts of a case's record that name lost texts. */
interface SaysLost {
  readonly exhibits: readonly { readonly lostWords?: readonly number[] | undefined }[];
  readonly lostNotes?: readonly LostNote[] | undefined;
}

/** How many versions of notes and of exhibits' words the log has lost. */
export function countLostTexts({ exhibits, lostNotes = [] }: SaysLost): number {
  return exhibits.reduce((sum, { lostWords = [] }) => sum + lostWords.length, lostNotes.length);
}

/** How many texts the log has lost: `One text that was written of this case`. */
export function lostTextsWords(count: number): string {
  return count === 1
    ? 'One text that was written of this case'
    : `${count} texts that were written of this case`;
}
