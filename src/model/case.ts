import { z } from 'zod';
import { artifactPathSchema, captureScopeSchema, softwareSchema } from './capture.ts';
import { contentCategorySchema, hateGroundSchema } from './content.ts';
import { exhibitReferenceSchema, initialsSchema } from './exhibit.ts';
import { captureIdSchema, caseIdSchema, instantSchema, sha256Schema } from './identifiers.ts';
import { lostEventsSchema } from './lost-events.ts';
import { lostReceivedSchema } from './lost-received.ts';
import { lostNoteSchema, lostWordsSchema } from './lost-texts.ts';
import { exportedNoteSchema } from './note.ts';
import { receivedEntrySchema } from './received.ts';
import { saltSchema } from './salt.ts';
import { givenCopySchema } from './working-copy.ts';

/** A case as stored in the log. `title` is neutral and chosen by the user; `producer` produces the exhibits. */
export const caseSchema = z.object({
  id: caseIdSchema,
  title: z.string().min(1).max(200),
  openedAt: instantSchema,
  producer: z.object({ initials: initialsSchema, name: z.string().max(200) }),
});
export type Case = z.infer<typeof caseSchema>;

/**
 * What a person wrote about an exhibit, apart from what the program observed. Every field may be empty. A change makes
 * a new version; none is overwritten.
 */
export const wordsSchema = z.object({
  whatHappened: z.string().max(20_000),
  impact: z.string().max(20_000),
  tags: z.array(z.string().min(1).max(60)).max(50),
  people: z.array(z.string().min(1).max(200)).max(50),
  categories: z.array(contentCategorySchema).max(18).optional(),
  /** The person targeted; absent means the writer. */
  target: z.string().max(200).optional(),
  witnesses: z.string().max(2_000).optional(),
  /** How it relates to something that happened offline. */
  offline: z.string().max(5_000).optional(),
  /** For a false statement: what is untrue, in the person's words. */
  untrue: z.string().max(5_000).optional(),
  breachesOrder: z.boolean().optional(),
  hatePerceived: z.array(hateGroundSchema).max(7).optional(),
});
export type Words = z.infer<typeof wordsSchema>;

/** One version of the words. `sha256` is over the canonical JSON of {@link salted}; the chain holds the same digest. */
export const wordsVersionSchema = z.object({
  version: z.int().positive(),
  writtenAt: instantSchema,
  words: wordsSchema,
  /** Absent in versions written before salts were used. */
  salt: saltSchema.optional(),
  sha256: sha256Schema,
});
export type WordsVersion = z.infer<typeof wordsVersionSchema>;

/** An exhibit as `case.json` lists it. `volume` is the volume that contains it, counted from 1. */
export const exhibitEntrySchema = z.object({
  reference: exhibitReferenceSchema,
  captureId: captureIdSchema,
  directory: z.string().regex(/^exhibits\/[A-Z]{1,5}_[1-9]\d{0,6}$/),
  volume: z.int().positive(),
  scope: captureScopeSchema,
  recordSha256: sha256Schema,
  words: z.array(wordsVersionSchema),
  /** Versions of the words that the log could no longer read; `words` has all others. Absent means none. */
  lostWords: lostWordsSchema.optional(),
  /** Files that the record lists but that are held back. Absent means none. */
  heldBack: z.array(artifactPathSchema).min(1).optional(),
  /** Pictures with covered or cut areas, made from this exhibit's files. Absent means none. */
  workingCopies: z.array(givenCopySchema).min(1).optional(),
});
export type ExhibitEntry = z.infer<typeof exhibitEntrySchema>;

/**
 * A number without an exhibit: erased by its holder, or left out of this export, with the reason. `damaged`: it could
 * not be read back; `refused`: the check of the finished export did not pass it.
 */
export const absentExhibitSchema = z.object({
  reference: exhibitReferenceSchema,
  captureId: captureIdSchema,
  reason: z.enum(['erased', 'damaged', 'refused', 'not-chosen']),
  at: instantSchema.optional(),
});
export type AbsentExhibit = z.infer<typeof absentExhibitSchema>;

/** Whether an absent exhibit is a fault, which makes the export incomplete. */
export function isAtFault({ reason }: Pick<AbsentExhibit, 'reason'>): boolean {
  return reason === 'damaged' || reason === 'refused';
}

/** The recipient that a bundle was made for, which decides its contents; see `reports/recipients.ts`. */
export const bundleRecipientSchema = z.enum(['police', 'solicitor', 'platform', 'own-copy']);
export type BundleRecipient = z.infer<typeof bundleRecipientSchema>;

/** `case.json`: the case as it stood when the bundle was made. */
export const caseRecordSchema = z.object({
  formatVersion: z.literal(1),
  case: caseSchema,
  exportedAt: instantSchema,
  outcome: z.enum(['complete', 'incomplete']),
  group: z.object({ id: z.uuid(), volume: z.int().positive(), volumes: z.int().positive() }),
  custodyHead: sha256Schema,
  signerFingerprint: sha256Schema,
  software: softwareSchema,
  exhibits: z.array(exhibitEntrySchema),
  absent: z.array(absentExhibitSchema),
  /** Absent in bundles made before there was a choice: they hold everything. */
  recipient: bundleRecipientSchema.optional(),
  /** What people wrote about the case, every version. Absent means that none of it was given to the recipient. */
  notes: z.array(exportedNoteSchema).optional(),
  /**
   * An authority was asked to time-stamp this bundle, by a version that seals the result: a time-stamp in the bag's
   * seal and one over its list together show that the container's seal has one too. Absent: none was asked, or an
   * earlier version made the bundle.
   */
  timeStamps: z.enum(['asked']).optional(),
  /** How many authorities were asked to time-stamp this bundle's list of files; absent means one or none. */
  timeStampAuthorities: z.literal(2).optional(),
  /** Bundles made by others that this one contains unchanged. Absent means none. */
  received: z.array(receivedEntrySchema).max(100).optional(),
  /** Events that the log had lost, by number; `custody.jsonl` has all others. Absent means none. */
  lostEvents: z.array(lostEventsSchema).min(1).optional(),
  /** Versions of notes that the log could no longer read; `notes` has all others. Absent means none. */
  lostNotes: z.array(lostNoteSchema).min(1).optional(),
  /** Received files that the log could no longer read unchanged; `received` has all others. Absent means none. */
  lostReceived: z.array(lostReceivedSchema).min(1).optional(),
  /** The edition of the wording in the plain texts and tables; absent in bundles made before editions were counted. */
  wording: z.int().positive().optional(),
  /** Present where the report contains nothing that does not follow from this record and those of the exhibits. */
  reportMadeFrom: z.literal('record').optional(),
});
export type CaseRecord = z.infer<typeof caseRecordSchema>;
