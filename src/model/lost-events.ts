import { z } from 'zod';

/**
 * Events of a chain that its log has lost, by their numbers, both included. `missing`: the row is gone; `unreadable`: it
 * does not open; `altered`: it is not what its digest, or the event after it, says.
 */
export const lostEventsSchema = z.object({
  from: z.int().positive(),
  to: z.int().positive(),
  reason: z.enum(['missing', 'unreadable', 'altered']),
});
export type LostEvents = z.infer<typeof lostEventsSchema>;

const reasonWords: Readonly<Record<LostEvents['reason'], readonly [one: string, several: string]>> = {
  missing: ['is missing', 'are missing'],
  unreadable: ['cannot be read', 'cannot be read'],
  altered: ['is not as it was written', 'are not as they were written'],
};

/** Which events a log has lost, and how: `Event 4 is missing`, without a full stop. */
export function lostEventsWords({ from, to, reason }: LostEvents): string {
  const [one, several] = reasonWords[reason];
  return from === to ? `Event ${from} ${one}` : `Events ${from} to ${to} ${several}`;
}
