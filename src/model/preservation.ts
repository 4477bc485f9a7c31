import { z } from 'zod';
import { instantSchema } from './identifiers.ts';

/** A calendar day: YYYY-MM-DD. */
export const daySchema = z.iso.date();

/**
 * The result of asking one platform to preserve the data of one case. A change makes a new version; none is
 * overwritten. `renewOn` is the last day on which a renewal should be requested.
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
