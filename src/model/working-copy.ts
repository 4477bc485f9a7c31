import { z } from 'zod';
import { artifactPathSchema } from './capture.ts';
import { captureIdSchema, instantSchema, sha256Schema } from './identifiers.ts';
import { saltSchema } from './salt.ts';

/** Identifies a working copy wherever it is listed. */
export const workingCopyIdSchema = z.uuid().brand<'WorkingCopyId'>();
export type WorkingCopyId = z.infer<typeof workingCopyIdSchema>;

/** A part of a picture in its device pixels, from the upper left corner. */
export const areaSchema = z.object({
  x: z.int().nonnegative().max(100_000),
  y: z.int().nonnegative().max(100_000),
  width: z.int().positive().max(100_000),
  height: z.int().positive().max(100_000),
});
export type Area = z.infer<typeof areaSchema>;

/** A request for a working copy: which picture of the capture, how it is cropped, and what is covered. */
export const copyPlanSchema = z.object({
  captureId: captureIdSchema,
  path: artifactPathSchema,
  crop: areaSchema.optional(),
  covered: z.array(areaSchema).max(100),
  /** The purpose of the copy, in the person's words; may be empty. */
  purpose: z.string().max(200),
});
export type CopyPlan = z.infer<typeof copyPlanSchema>;

/**
 * A picture to give away, drawn from an evidentiary copy, which stays unchanged. Areas are in pixels of the original
 * (`of`); `width` and `height` are the copy's own. `sha256` is over the copy's bytes.
 */
export const workingCopySchema = z.object({
  id: workingCopyIdSchema,
  captureId: captureIdSchema,
  of: z.object({ path: artifactPathSchema, sha256: sha256Schema }),
  crop: areaSchema.optional(),
  covered: z.array(areaSchema).max(100),
  width: z.int().positive(),
  height: z.int().positive(),
  mediaType: z.literal('image/png'),
  size: z.int().positive(),
  sha256: sha256Schema,
  madeAt: instantSchema,
  purpose: z.string().max(200),
  /** Included in the digest of the purpose that the chain holds; absent where there is no purpose. */
  salt: saltSchema.optional(),
});
export type WorkingCopy = z.infer<typeof workingCopySchema>;

/** A working copy before the log assigns its id and time. */
export type NewWorkingCopy = Omit<WorkingCopy, 'id' | 'madeAt' | 'mediaType' | 'salt'>;

/** A working copy as `case.json` lists it. `path` is below the exhibit's folder; `purpose` is given only with words. */
export const givenCopySchema = workingCopySchema
  .omit({ captureId: true, purpose: true })
  .extend({ path: z.string().regex(/^copies\/[1-9]\d{0,3}\.png$/), purpose: z.string().max(200).optional() });
export type GivenCopy = z.infer<typeof givenCopySchema>;

/** An area as the chain writes it: `10,20 300x40` is 300 wide and 40 high, 10 from the left and 20 from the top. */
export function areaText({ x, y, width, height }: Area): string {
  return `${x},${y} ${width}x${height}`;
}
