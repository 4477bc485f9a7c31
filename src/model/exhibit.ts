import { z } from 'zod';
import { captureIdSchema, caseIdSchema } from './identifiers.ts';

/** The producer's initials: one to five capital letters, so that a reference is plain ASCII. */
export const initialsSchema = z.string().regex(/^[A-Z]{1,5}$/);

/** `ABC/1`: initials of the person who produces the exhibit, a slash, a running number (HSE Enforcement Guide). */
export const exhibitReferenceSchema = z
  .string()
  .regex(/^[A-Z]{1,5}\/[1-9]\d{0,6}$/)
  .brand<'ExhibitReference'>();
export type ExhibitReference = z.infer<typeof exhibitReferenceSchema>;

/** An exhibit refers to a capture and never copies it. Its number is never reused. */
export const exhibitSchema = z.object({
  reference: exhibitReferenceSchema,
  number: z.int().positive(),
  caseId: caseIdSchema,
  captureId: captureIdSchema,
});
export type Exhibit = z.infer<typeof exhibitSchema>;

/** The reference of the exhibit with this number. Throws ZodError when the initials are not 1–5 capital letters. */
export function exhibitReference(initials: string, number: number): ExhibitReference {
  return exhibitReferenceSchema.parse(`${initials}/${number}`);
}

/** The reference as a file or folder name: `ABC/1` → `ABC_1`. */
export function exhibitDirectory(reference: ExhibitReference): string {
  return reference.replace('/', '_');
}

/** The running number of a reference: `ABC/12` → 12. Order exhibits by it, because a clock may be set back. */
export function exhibitNumber(reference: string): number {
  return Number(reference.slice(reference.indexOf('/') + 1));
}
