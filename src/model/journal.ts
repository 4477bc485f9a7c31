import { z } from 'zod';
import { captureScopeSchema, captureStepSchema, stepOutcomeSchema } from './capture.ts';
import { captureCheckSchema } from './capture-check.ts';
import { exhibitReferenceSchema } from './exhibit.ts';
import { captureIdSchema, caseIdSchema, instantSchema } from './identifiers.ts';

/**
 * The progress of a capture, for popup and side panel. `picking`: the user is choosing a post. `done` of `total` counts
 * shots inside the current step. `fault` is the code of a fault that ended it; `endedAt` is present once it has ended.
 */
export const captureProgressSchema = z.object({
  captureId: captureIdSchema,
  caseId: caseIdSchema,
  scope: captureScopeSchema,
  startedAt: instantSchema,
  endedAt: instantSchema.optional(),
  state: z.enum(['picking', 'running', 'committed', 'abandoned']),
  step: captureStepSchema.optional(),
  done: z.int().nonnegative().optional(),
  total: z.int().nonnegative().optional(),
  steps: z.array(stepOutcomeSchema),
  reference: exhibitReferenceSchema.optional(),
  outcome: z.enum(['complete', 'partial']).optional(),
  /** The checks of the record, once the capture is committed. */
  checks: z.array(captureCheckSchema).optional(),
  fault: z.string().optional(),
});
export type CaptureProgress = z.infer<typeof captureProgressSchema>;
