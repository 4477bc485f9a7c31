import { z } from 'zod';
import { sha256Schema } from './identifiers.ts';
import { receivedIdSchema } from './received.ts';

/** A received file that the chain names but the log can no longer read unchanged, with the chain's facts about it. */
export const lostReceivedSchema = z.object({
  receivedId: receivedIdSchema,
  name: z.string().max(300),
  sha256: sha256Schema,
});
export type LostReceived = z.infer<typeof lostReceivedSchema>;

/** How many received files the log has lost: `One file that was received from others`. */
export function lostReceivedWords(count: number): string {
  return count === 1
    ? 'One file that was received from others'
    : `${count} files that were received from others`;
}
