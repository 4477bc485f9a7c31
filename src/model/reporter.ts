import { z } from 'zod';

const line = z.string().max(200);

/** The officer's details for a request. Every field may be empty and is then left blank on paper. */
export const officerSchema = z.object({
  name: line,
  rank: line,
  number: line,
  force: line,
  address: z.string().max(500),
  email: line,
  phone: line,
  /** The force's own case reference. */
  caseReference: line,
});
export type Officer = z.infer<typeof officerSchema>;

/**
 * Who records with this installation: the affected person, somebody who helps them, or an officer. Only an officer's
 * details are printed; drafts by others leave them blank for the police to fill in.
 */
export const reporterSchema = z.discriminatedUnion('capacity', [
  z.object({ capacity: z.literal('affected') }),
  z.object({ capacity: z.literal('helper') }),
  z.object({ capacity: z.literal('officer'), officer: officerSchema }),
]);
export type Reporter = z.infer<typeof reporterSchema>;
