import { z } from 'zod';
import { bundleRecipientSchema } from './case.ts';
import { workingCopyIdSchema } from './working-copy.ts';

/**
 * What is given of one exhibit's pictures: the original files, instead of them the working copies in `copies`, both, or
 * neither. The page's copy is held back with the originals, because it contains the same pictures.
 */
export const pictureChoiceSchema = z.object({
  reference: z.string().max(20),
  give: z.enum(['original', 'copies', 'both', 'nothing']),
  copies: z.array(workingCopyIdSchema).max(100),
});
export type PictureChoice = z.infer<typeof pictureChoiceSchema>;

/**
 * What the person chose for one export. Paths are those of documents below `data/`, or of folders, which end with a
 * slash.
 */
export const exportChoiceSchema = z.object({
  recipient: bundleRecipientSchema,
  /** References of exhibits that are left out; their numbers are listed as not chosen. */
  exhibitsLeftOut: z.array(z.string().max(20)).max(100_000),
  documentsLeftOut: z.array(z.string().max(300)).max(1_000),
  contactSheet: z.boolean(),
  tellVulnerability: z.boolean(),
  /** One for each exhibit with a choice; for the others see `givenPictures`. */
  pictures: z.array(pictureChoiceSchema).max(100_000).optional(),
});
export type ExportChoice = z.infer<typeof exportChoiceSchema>;

/** Every exhibit for the police, without confidential details. */
export const wholeCase: ExportChoice = {
  recipient: 'police',
  exhibitsLeftOut: [],
  documentsLeftOut: [],
  contactSheet: false,
  tellVulnerability: false,
};
