import { z } from 'zod';

/** SHA-256 as 64 lower-case hexadecimal digits. */
export const sha256Schema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Sha256'>();
export type Sha256 = z.infer<typeof sha256Schema>;

export const caseIdSchema = z.uuid().brand<'CaseId'>();
export type CaseId = z.infer<typeof caseIdSchema>;

export const captureIdSchema = z.uuid().brand<'CaptureId'>();
export type CaptureId = z.infer<typeof captureIdSchema>;

/** A moment in UTC, ISO 8601 with milliseconds and `Z`, as `Date.prototype.toISOString` writes it. */
export const instantSchema = z.iso.datetime({ precision: 3 }).brand<'Instant'>();
export type Instant = z.infer<typeof instantSchema>;

/** The moment `milliseconds` after the Unix epoch. Throws RangeError outside what a Date can hold. */
export function toInstant(milliseconds: number): Instant {
  return instantSchema.parse(new Date(milliseconds).toISOString());
}
