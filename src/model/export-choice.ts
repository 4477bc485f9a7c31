import { z } from 'zod';
import { bundleRecipientSchema } from './case.ts';

/**
 * What the person chose for one export. Paths are those of documents below `data/`, or of folders, which end with a slash; `tellVulnerability` and
 * `contactSheet` are off unless they say so.
 */
export const exportChoiceSchema = z.object({
  recipient: bundleRecipientSchema,
  /** References of exhibits that stay out. Their numbers are listed as not chosen. */
  exhibitsLeftOut: z.array(z.string().max(20)).max(100_000),
  documentsLeftOut: z.array(z.string().max(300)).max(1_000),
  contactSheet: z.boolean(),
  tellVulnerability: z.boolean(),
});
export type ExportChoice = z.infer<typeof exportChoiceSchema>;

/** Everything for the police, and nothing confidential. */
export const wholeCase: ExportChoice = {
  recipient: 'police',
  exhibitsLeftOut: [],
  documentsLeftOut: [],
  contactSheet: false,
  tellVulnerability: false,
};
