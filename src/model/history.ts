import { z } from 'zod';
import { contentCategorySchema } from './content.ts';
import { captureIdSchema } from './identifiers.ts';
import { daySchema } from './preservation.ts';

const line = z.string().max(200);
const text = z.string().max(5_000);

/** An order or condition that a court or the police made, as the person tells it. */
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
  /** Whom it binds, in the person's words. */
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

/** One round of reporting to a platform, which is something else than asking it to keep data. */
export const platformReportSchema = z.object({
  kind: z.literal('platform-report'),
  platform: line,
  on: daySchema.optional(),
  /** The reason chosen in the platform's own form. */
  reason: line,
  reference: line,
  answer: text,
  answeredOn: daySchema.optional(),
  outcome: z.enum(['waiting', 'removed', 'kept-up', 'account-closed', 'no-answer']).optional(),
  captures: z.array(captureIdSchema).max(1_000),
});
export type PlatformReport = z.infer<typeof platformReportSchema>;

/**
 * Something that happened and left nothing to record: a call, a visit, a message that is gone. `on` and `time` are
 * when it happened, as told; when it was written down is the version's own time, and the two are never mixed.
 */
export const diaryEntrySchema = z.object({
  kind: z.literal('diary'),
  on: daySchema.optional(),
  time: line,
  place: line,
  what: z.string().min(1).max(20_000),
  impact: z.string().max(20_000),
  /** Who did it, as the person tells: names of people of this case, or any words. */
  people: z.array(z.string().min(1).max(200)).max(50),
  /** Whom it was aimed at; empty means the person themselves. */
  target: line,
  witnesses: line,
  categories: z.array(contentCategorySchema).max(18),
  breachesOrder: z.boolean(),
});
export type DiaryEntry = z.infer<typeof diaryEntrySchema>;

/** Whether a recorded address still showed the post when somebody looked again. */
export const recheckSchema = z.object({
  kind: z.literal('recheck'),
  captureId: captureIdSchema,
  on: daySchema,
  state: z.enum(['still-there', 'changed', 'gone', 'not-visible-to-me']),
  words: text,
});
export type Recheck = z.infer<typeof recheckSchema>;

/** Words that stay on this device: no export holds them. */
export const privateNoteSchema = z.object({
  kind: z.literal('private'),
  captureId: captureIdSchema.optional(),
  text: z.string().min(1).max(20_000),
});
export type PrivateNote = z.infer<typeof privateNoteSchema>;

/** Why an officer works on the case now. Each session is a note of its own, so that all of them stay. */
export const sessionSchema = z.object({
  kind: z.literal('session'),
  name: line,
  role: z.enum(['constable', 'special-constable', 'pcso', 'police-staff', 'other']).optional(),
  rank: line,
  number: line,
  force: line,
  caseReference: z.string().min(1).max(200),
  purpose: z.string().min(1).max(2_000),
  /** Reference of an authority for looking at the same profile again, where one is needed. */
  authority: line,
  optionsDiscussed: z.enum(['yes', 'not-yet', 'not-possible']).optional(),
  discussion: text,
});
export type Session = z.infer<typeof sessionSchema>;
