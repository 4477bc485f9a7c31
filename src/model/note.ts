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

/** What stays the same when a note of a case is written anew: of one person, one attachment, one platform. */
export const noteIdSchema = z.uuid().brand<'NoteId'>();
export type NoteId = z.infer<typeof noteIdSchema>;

/** Somebody whom the user names, in words of their own. It says what they think, never what was observed. */
export const personSchema = z.object({
  kind: z.literal('person'),
  name: z.string().min(1).max(200),
});
export type Person = z.infer<typeof personSchema>;

/**
 * An account by what is most stable of it, never by its display name: the number that the platform gave it, else
 * the handle. `site` is the host of a page that no platform claims.
 */
export const accountNameSchema = z.object({
  platform: z.string().min(1).max(40),
  site: z.string().max(300).optional(),
  accountId: z.string().max(1_000).optional(),
  handle: z.string().max(1_000).optional(),
});
export type AccountName = z.infer<typeof accountNameSchema>;

/** Whom the user takes an account to belong to, and why. Without `person`, to nobody any more. */
export const attributionSchema = z.object({
  kind: z.literal('attribution'),
  account: accountNameSchema,
  person: noteIdSchema.optional(),
  why: z.string().max(5_000),
});
export type Attribution = z.infer<typeof attributionSchema>;

/** What became of asking one platform, as a note of the case. The note's own time stands for `writtenAt`. */
export const trackNoteSchema = preservationTrackSchema
  .omit({ writtenAt: true })
  .extend({ kind: z.literal('track') });
export type TrackNote = z.infer<typeof trackNoteSchema>;

/**
 * One occasion: exhibits and diary entries that belong to one incident, as the person groups them. An item that
 * stands in none is counted with the others of its day and its account.
 */
export const occasionSchema = z.object({
  kind: z.literal('occasion'),
  label: z.string().max(200),
  captures: z.array(captureIdSchema).max(2_000),
  entries: z.array(noteIdSchema).max(2_000),
});
export type OccasionNote = z.infer<typeof occasionSchema>;

/** Everything that a person writes of a case beside its exhibits. */
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
  /** Absent in versions that were written before there was one. */
  salt: saltSchema.optional(),
  sha256: sha256Schema,
});

/** One version of a note of one kind. */
export interface NoteVersion<N extends Note = Note> extends Omit<z.infer<typeof noteVersionSchema>, 'note'> {
  readonly note: N;
}

/** Kinds that never leave the device by themselves: no `case.json` holds them. */
export const keptBackKinds = ['confidential', 'private'] as const satisfies readonly NoteKind[];

/** A note as `case.json` holds it: never of a kind that is kept back. */
export const exportedNoteSchema = z.object({
  id: noteIdSchema,
  versions: z.array(noteVersionSchema).min(1),
});
export type ExportedNote = z.infer<typeof exportedNoteSchema>;

/** One note with every version that opens, oldest first; there is at least one. */
export interface NoteHistory<N extends Note = Note> {
  readonly id: NoteId;
  readonly versions: readonly NoteVersion<N>[];
}
