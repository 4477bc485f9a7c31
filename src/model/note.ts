import { z } from 'zod';
import { confidentialSchema } from './confidential.ts';
import { caseDetailsSchema } from './details.ts';
import {
  courtOrderSchema,
  diaryEntrySchema,
  platformReportSchema,
  policeContactSchema,
  privateNoteSchema,
  recheckSchema,
  sessionSchema,
} from './history.ts';
import { captureIdSchema, instantSchema, sha256Schema } from './identifiers.ts';
import { preservationTrackSchema } from './preservation.ts';
import { saltSchema } from './salt.ts';

/** Identifies a note through all its versions. */
export const noteIdSchema = z.uuid().brand<'NoteId'>();
export type NoteId = z.infer<typeof noteIdSchema>;

/** Somebody whom the user names, in the user's words. It states what the user thinks, not what was observed. */
export const personSchema = z.object({
  kind: z.literal('person'),
  name: z.string().min(1).max(200),
});
export type Person = z.infer<typeof personSchema>;

/**
 * An account by its most stable name: the platform's number, else the handle, never its display name. `site` is the
 * host of a page that belongs to no known platform.
 */
export const accountNameSchema = z.object({
  platform: z.string().min(1).max(40),
  site: z.string().max(300).optional(),
  accountId: z.string().max(1_000).optional(),
  handle: z.string().max(1_000).optional(),
});
export type AccountName = z.infer<typeof accountNameSchema>;

/** The person to whom the user attributes an account, and why. Without `person`, the attribution is withdrawn. */
export const attributionSchema = z.object({
  kind: z.literal('attribution'),
  account: accountNameSchema,
  person: noteIdSchema.optional(),
  why: z.string().max(5_000),
});
export type Attribution = z.infer<typeof attributionSchema>;

/** The result of a request to one platform, as a note. The note version's time replaces `writtenAt`. */
export const trackNoteSchema = preservationTrackSchema
  .omit({ writtenAt: true })
  .extend({ kind: z.literal('track') });
export type TrackNote = z.infer<typeof trackNoteSchema>;

/**
 * One occasion: exhibits and diary entries that the person groups as one incident. Any other item is counted with those
 * of its day and account.
 */
export const occasionSchema = z.object({
  kind: z.literal('occasion'),
  label: z.string().max(200),
  captures: z.array(captureIdSchema).max(2_000),
  entries: z.array(noteIdSchema).max(2_000),
});
export type OccasionNote = z.infer<typeof occasionSchema>;

/** Everything that a person writes about a case beside its exhibits. */
export const noteSchema = z.discriminatedUnion('kind', [
  personSchema,
  attributionSchema,
  trackNoteSchema,
  caseDetailsSchema,
  confidentialSchema,
  courtOrderSchema,
  policeContactSchema,
  platformReportSchema,
  diaryEntrySchema,
  occasionSchema,
  recheckSchema,
  privateNoteSchema,
  sessionSchema,
]);
export type Note = z.infer<typeof noteSchema>;
export type NoteKind = Note['kind'];
export type NoteOf<K extends NoteKind> = Extract<Note, { readonly kind: K }>;

/** One version of a note. `sha256` is over the canonical JSON of {@link salted}; the chain holds the same digest. */
export const noteVersionSchema = z.object({
  version: z.int().positive(),
  writtenAt: instantSchema,
  note: noteSchema,
  /** Absent in versions written before salts were used. */
  salt: saltSchema.optional(),
  sha256: sha256Schema,
});

/** One version of a note of one kind. */
export interface NoteVersion<N extends Note = Note> extends Omit<z.infer<typeof noteVersionSchema>, 'note'> {
  readonly note: N;
}

/** Kinds that `case.json` never contains. */
export const keptBackKinds = ['confidential', 'private'] as const satisfies readonly NoteKind[];

/** A note in `case.json`: never of a kind that is kept back. */
export const exportedNoteSchema = z.object({
  id: noteIdSchema,
  versions: z.array(noteVersionSchema).min(1),
});
export type ExportedNote = z.infer<typeof exportedNoteSchema>;

/** A note with every version that opens, oldest first; there is at least one. */
export interface NoteHistory<N extends Note = Note> {
  readonly id: NoteId;
  readonly versions: readonly NoteVersion<N>[];
}
