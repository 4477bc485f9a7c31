import { z } from 'zod';
import { noteIdSchema } from './note.ts';

/** A version of what somebody wrote of a case that the chain tells of and that its log can no longer read. */
export const lostNoteSchema = z.object({ noteId: noteIdSchema, version: z.int().positive() });
export type LostNote = z.infer<typeof lostNoteSchema>;

/** Numbers of the versions of the words about one exhibit that its log can no longer read, in their order. */
export const lostWordsSchema = z.array(z.int().positive()).min(1);

/** What a record of a case says of texts that are lost. */
interface SaysLost {
  readonly exhibits: readonly { readonly lostWords?: readonly number[] | undefined }[];
  readonly lostNotes?: readonly LostNote[] | undefined;
}

/** How many versions of what was written of a case, or about its exhibits, the log had lost. */
export function countLostTexts({ exhibits, lostNotes = [] }: SaysLost): number {
  return exhibits.reduce((sum, { lostWords = [] }) => sum + lostWords.length, lostNotes.length);
}

/** How much of what was written a log has lost: `One text that was written of this case`. */
export function lostTextsWords(count: number): string {
  return count === 1
    ? 'One text that was written of this case'
    : `${count} texts that were written of this case`;
}
