import { z } from 'zod';

const line = z.string().max(200);
const text = z.string().max(2_000);

export const vulnerabilitySchema = z.enum([
  'under-18',
  'disability',
  'mental-health',
  'risk-of-self-harm',
  'pregnancy',
  'isolation',
  'language',
  'other',
]);
export type Vulnerability = z.infer<typeof vulnerabilitySchema>;

/**
 * What only the police may need and the other side must not read. It is in no document and no bundle unless chosen at
 * the export, and then on a sheet of its own. Every question may be skipped.
 */
export const confidentialSchema = z.object({
  kind: z.literal('confidential'),
  /** Asked only because a statement form requires it. */
  legalName: line,
  /** Asked because a statement says whether the person is under 18 (England and Wales) or 21 (Northern Ireland). */
  age: line,
  occupation: line,
  address: text,
  phone: line,
  email: line,
  safeWays: text,
  safeTimes: text,
  vulnerabilities: z.array(vulnerabilitySchema).max(8),
  vulnerabilityWords: text,
});
export type Confidential = z.infer<typeof confidentialSchema>;
