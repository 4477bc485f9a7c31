import { z } from 'zod';
import { instantSchema } from './identifiers.ts';

/** A day as a person writes it down: YYYY-MM-DD. */
export const daySchema = z.iso.date();

/**
 * What became of asking one platform to keep the data of one case. A change makes a new version; none is ever
 * overwritten. `renewOn` is the last day on which a renewal should be asked for.
 */
export const preservationTrackSchema = z.object({
  platform: z.string().min(1).max(40),
  state: z.enum(['drafted', 'given-to-police', 'sent', 'kept', 'refused']),
  sentOn: daySchema.optional(),
  /** The platform's or the police's own reference. */
  reference: z.string().max(200),
  answer: z.string().max(5_000),
  expiresOn: daySchema.optional(),
  renewOn: daySchema.optional(),
  writtenAt: instantSchema,
});
export type PreservationTrack = z.infer<typeof preservationTrackSchema>;
