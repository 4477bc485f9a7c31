import { z } from 'zod';
import { bundleRecipientSchema } from './case.ts';
import { workingCopyIdSchema } from './working-copy.ts';

/**
 * What goes of one exhibit's pictures: the original files, the working copies named in `copies` instead of them, both,
 * or neither. Where originals stay back, the page's copy stays back with them, because it holds the same pictures.
 */
export const pictureChoiceSchema = z.object({
  reference: z.string().max(20),
  give: z.enum(['original', 'copies', 'both', 'nothing']),
  copies: z.array(workingCopyIdSchema).max(100),
});
export type PictureChoice = z.infer<typeof pictureChoiceSchema>;

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
  /** One for each exhibit of which the person chose; the others go as `givenPictures` says. */
  pictures: z.array(pictureChoiceSchema).max(100_000).optional(),
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
