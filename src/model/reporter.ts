import { z } from 'zod';

const line = z.string().max(200);

/** The officer as a request must name them. Every field may be empty; an empty one is left blank on paper. */
export const officerSchema = z.object({
  name: line,
  rank: line,
  number: line,
  force: line,
  address: z.string().max(500),
  email: line,
  phone: line,
  /** The reference of the case at the force. */
  caseReference: line,
});
export type Officer = z.infer<typeof officerSchema>;

/**
 * Who records with this Holdfast: the person it is done to, somebody who helps them, or an officer. Only an
 * officer's own block is ever printed; drafts of the others leave it blank for the police to fill in.
 */
export const reporterSchema = z.discriminatedUnion('capacity', [
  z.object({ capacity: z.literal('affected') }),
  z.object({ capacity: z.literal('helper') }),
  z.object({ capacity: z.literal('officer'), officer: officerSchema }),
]);
export type Reporter = z.infer<typeof reporterSchema>;
