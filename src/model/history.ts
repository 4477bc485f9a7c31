import { z } from 'zod';
import { contentCategorySchema } from './content.ts';
import { captureIdSchema } from './identifiers.ts';
import { daySchema } from './preservation.ts';

const line = z.string().max(200);
const text = z.string().max(5_000);

/** An order or condition by a court or the police, as the person describes it. */
export const courtOrderSchema = z.object({
  kind: z.literal('order'),
  type: z.enum([
    'restraining-order',
    'non-molestation-order',
    'occupation-order',
    'stalking-protection-order',
    'domestic-abuse-protection-order',
    'non-harassment-order',
    'interdict',
    'bail-conditions',
    'other',
  ]),
  /** The person bound by it, in the person's words. */
  against: line,
  court: line,
  reference: line,
  madeOn: daySchema.optional(),
  endsOn: daySchema.optional(),
  conditions: text,
});
export type CourtOrder = z.infer<typeof courtOrderSchema>;

/** One contact with the police: what was said, by whom, under which reference. */
export const policeContactSchema = z.object({
  kind: z.literal('police-contact'),
  on: daySchema.optional(),
  time: line,
  way: z.enum(['999', '101', 'online', 'station', 'visit', 'email', 'other']).optional(),
  officer: line,
  force: line,
  reference: line,
  said: text,
});
export type PoliceContact = z.infer<typeof policeContactSchema>;

/** One report to a platform; asking a platform to preserve data is a separate record. */
export const platformReportSchema = z.object({
  kind: z.literal('platform-report'),
  platform: line,
  on: daySchema.optional(),
  /** The reason chosen in the platform's form. */
  reason: line,
  reference: line,
  answer: text,
  answeredOn: daySchema.optional(),
  outcome: z.enum(['waiting', 'removed', 'kept-up', 'account-closed', 'no-answer']).optional(),
  captures: z.array(captureIdSchema).max(1_000),
});
export type PlatformReport = z.infer<typeof platformReportSchema>;

/**
 * Something that left nothing to record: a call, a visit, a message that is gone. `on` and `time` state when it
 * happened; when it was written down is the version's own time.
 */
export const diaryEntrySchema = z.object({
  kind: z.literal('diary'),
  on: daySchema.optional(),
  time: line,
  place: line,
  what: z.string().min(1).max(20_000),
  impact: z.string().max(20_000),
  /** Who did it, as the person says: names of people in this case, or any words. */
  people: z.array(z.string().min(1).max(200)).max(50),
  /** The person targeted; empty means the writer. */
  target: line,
  witnesses: line,
  categories: z.array(contentCategorySchema).max(18),
  breachesOrder: z.boolean(),
});
export type DiaryEntry = z.infer<typeof diaryEntrySchema>;

/** Whether a recorded address still showed the post when checked again. */
export const recheckSchema = z.object({
  kind: z.literal('recheck'),
  captureId: captureIdSchema,
  on: daySchema,
  state: z.enum(['still-there', 'changed', 'gone', 'not-visible-to-me']),
  words: text,
});
export type Recheck = z.infer<typeof recheckSchema>;

/** Words that stay on this device: no export contains them. */
export const privateNoteSchema = z.object({
  kind: z.literal('private'),
  captureId: captureIdSchema.optional(),
  text: z.string().min(1).max(20_000),
});
export type PrivateNote = z.infer<typeof privateNoteSchema>;

/** Why an officer works on the case at this time. Each session is a note of its own, so that all are kept. */
export const sessionSchema = z.object({
  kind: z.literal('session'),
  name: line,
  role: z.enum(['constable', 'special-constable', 'pcso', 'police-staff', 'other']).optional(),
  rank: line,
  number: line,
  force: line,
  caseReference: z.string().min(1).max(200),
  purpose: z.string().min(1).max(2_000),
  /** Reference of an authority to view the same profile again, where one is needed. */
  authority: line,
  optionsDiscussed: z.enum(['yes', 'not-yet', 'not-possible']).optional(),
  discussion: text,
});
export type Session = z.infer<typeof sessionSchema>;
