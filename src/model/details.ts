import { z } from 'zod';
import { hateGroundSchema } from './content.ts';

const line = z.string().max(200);
const text = z.string().max(5_000);

/** The jurisdiction whose law, forms and terms apply to a case. */
export const jurisdictionSchema = z.enum(['england-wales', 'scotland', 'northern-ireland']);
export type Jurisdiction = z.infer<typeof jurisdictionSchema>;

/** What a person may ask for. Several are possible, and they can change at any time. */
export const wishSchema = z.enum([
  'record-only',
  'advice',
  'support',
  'warning',
  'removal',
  'protective-order',
  'investigation',
  'undecided',
]);
export type Wish = z.infer<typeof wishSchema>;

export const relationshipSchema = z.enum([
  'partner',
  'former-partner',
  'family',
  'friend',
  'former-friend',
  'neighbour',
  'colleague',
  'stranger',
  'unknown',
  'other',
]);
export type Relationship = z.infer<typeof relationshipSchema>;

/** On whose behalf the report is made. Platforms and police answer some of these and not others. */
export const capacitySchema = z.enum([
  'affected',
  'parent-or-carer',
  'representative',
  'helper',
  'witness',
  'officer',
]);
export type Capacity = z.infer<typeof capacitySchema>;

/**
 * What the person says about the case as a whole. Every question may be skipped: an empty text, an empty list and an
 * absent choice mean "not answered". It goes to every recipient of the bundle; what must not is in `confidential`.
 */
export const caseDetailsSchema = z.object({
  kind: z.literal('details'),
  jurisdiction: jurisdictionSchema.optional(),
  capacity: capacitySchema.optional(),
  /** How the person wants to be named and addressed; it need not be a legal name. */
  chosenName: line,
  pronouns: line,
  relationship: relationshipSchema.optional(),
  relationshipWords: text,
  wishes: z.array(wishSchema).max(8),
  wishWords: text,
  /** "Please do not contact the person I am reporting before you have spoken to me." */
  speakToMeFirst: z.boolean(),
  hatePerceived: z.array(hateGroundSchema).max(7),
  /** What happened, in the person's own words, and what it does to their life. */
  story: z.string().max(20_000),
  impact: z.string().max(20_000),
});
export type CaseDetails = z.infer<typeof caseDetailsSchema>;

/** Details in which nothing has been answered. */
export const untoldDetails: CaseDetails = {
  kind: 'details',
  chosenName: '',
  pronouns: '',
  relationshipWords: '',
  wishes: [],
  wishWords: '',
  speakToMeFirst: false,
  hatePerceived: [],
  story: '',
  impact: '',
};
