import { z } from 'zod';

/**
 * A range of events that the log has lost, both ends included. `missing`: the row is gone; `unreadable`: it does not
 * open; `altered`: it does not match its own digest or the next event.
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

/** Which events the log has lost, and how: `Event 4 is missing`, without a full stop. */
export function lostEventsWords({ from, to, reason }: LostEvents): string {
  const [one, several] = reasonWords[reason];
  return from === to ? `Event ${from} ${one}` : `Events ${from} to ${to} ${several}`;
}
