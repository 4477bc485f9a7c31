import { z } from 'zod';
import { captureScopeSchema, type Software } from '../model/capture.ts';
import { wordsSchema } from '../model/case.ts';
import { exportChoiceSchema } from '../model/export-choice.ts';
import {
  type CaptureId,
  type CaseId,
  captureIdSchema,
  caseIdSchema,
  sha256Schema,
} from '../model/identifiers.ts';
import { longestPassphrase, passphraseSchema } from '../model/lock.ts';
import { type NoteId, noteIdSchema, noteSchema } from '../model/note.ts';
import { receivedIdSchema } from '../model/received.ts';
import { reporterSchema } from '../model/reporter.ts';
import { type AuthorityTest, authorityAddressSchema, authorityChoiceSchema } from '../model/time-stamp.ts';
import { copyPlanSchema, type WorkingCopyId, workingCopyIdSchema } from '../model/working-copy.ts';

/** One message: the schema of its request, and the type of its answer, which exists only as a type. */
interface Message<S extends z.ZodType, Answer> {
  readonly request: S;
  readonly answer?: Answer;
}

/** A message that is answered by an `Answer`. */
function answered<Answer>() {
  return <S extends z.ZodType>(request: S): Message<S, Answer> => ({ request });
}

/** A message whose answer only says that it was done. */
const done = answered<void>();

const description = z.object({
  title: z.string().min(1).max(200),
  initials: z.string(),
  name: z.string().max(200),
});
/** A passphrase that may be wrong. */
const tried = z.string().max(longestPassphrase);
const reason = z.string().max(2_000);
const ofReceived = z.object({ caseId: caseIdSchema, receivedId: receivedIdSchema });
const ofExport = z.object({ caseId: caseIdSchema, groupId: z.uuid() });
const listOf = <S extends z.ZodType>(each: S) => z.array(each).readonly();

/**
 * What extension pages may ask of the background, the log's only writer. Bytes stay in the log; only ids and short
 * texts travel. The background parses each request and drops unknown fields; errors carry a fault code.
 */
export const messages = {
  /** Starts a capture of the tab and returns at once; progress is in the log's journal. */
  'capture:start': answered<CaptureId>()(z.object({ tabId: z.int(), scope: captureScopeSchema })),
  /** Asks a running capture to stop; what was recorded is kept as partial. */
  'capture:stop': done(z.object({ captureId: captureIdSchema })),
  /** Wakes the background if it died. Answers once every unfinished capture has been ended, or throws why not. */
  'capture:recover': done(z.object({})),

  'case:open': answered<CaseId>()(description),
  'case:describe': done(description.extend({ caseId: caseIdSchema })),
  /** Makes this the case that new captures go to. */
  'case:choose': done(z.object({ caseId: caseIdSchema })),

  /** Adds a version of the user's description; answers its number. Unchanged words add nothing. */
  'exhibit:describe': answered<number>()(z.object({ captureId: captureIdSchema, words: wordsSchema })),
  'exhibit:viewed': done(z.object({ captureId: captureIdSchema })),
  /** Erases the bytes for good and leaves a numbered gap, recorded in the chain of custody. */
  'exhibit:erase': done(z.object({ captureId: captureIdSchema, reason })),

  /** Draws a working copy of a screenshot, which itself stays untouched; answers the copy's id. */
  'copy:make': answered<WorkingCopyId>()(copyPlanSchema),
  'copy:erase': done(z.object({ captureId: captureIdSchema, id: workingCopyIdSchema, reason })),

  /** Writes a version of a note of the case, or a new note; answers its id. An unchanged note adds nothing. */
  'note:write': answered<NoteId>()(
    z.object({ caseId: caseIdSchema, note: noteSchema, noteId: noteIdSchema.optional() }),
  ),
  /** Erases every version of a note; for a person, also what was attached to them. */
  'note:erase': done(z.object({ caseId: caseIdSchema, noteId: noteIdSchema, reason })),
  /** Records in the chain that the papers of a preservation request to this platform were made. */
  'preservation:saved': done(
    z.object({
      caseId: caseIdSchema,
      platform: z.string().min(1).max(40),
      files: z
        .array(z.object({ path: z.string().max(300), sha256: sha256Schema }))
        .max(100)
        .readonly(),
    }),
  ),
  /** Sets who records with this Holdfast. */
  'reporter:set': done(z.object({ reporter: reporterSchema })),

  /** Adds a bundle that is staged in the log to the case; see `evidence/receiving.ts`. */
  'bundle:received': done(ofReceived),
  /** Erases a received bundle for good. */
  'bundle:erase-received': done(ofReceived.extend({ reason })),

  /** Sets which time-stamp authorities are asked. */
  'authorities:set': done(authorityChoiceSchema),
  /** Asks this authority for a time-stamp over a random number, and answers the result. */
  'authorities:test': answered<AuthorityTest>()(z.object({ address: authorityAddressSchema })),

  /** Records in the chain that a bundle of these exhibits is being made, before the chain is read for it. */
  'bundle:prepared': done(
    ofExport.extend({
      references: listOf(z.string().max(20)),
      absent: listOf(z.string().max(20)),
      choice: exportChoiceSchema.omit({ exhibitsLeftOut: true, pictures: true }),
      heldBack: listOf(z.string().max(20)).default([]),
      workingCopies: listOf(z.string().max(100)).default([]),
      received: z.array(receivedIdSchema).max(100).readonly().default([]),
    }),
  ),
  'bundle:exported': done(
    ofExport.extend({
      volumes: listOf(
        z.object({ name: z.string().max(300), size: z.int().nonnegative(), sha256: sha256Schema }),
      ),
      signerFingerprint: sha256Schema,
      timeStamps: z.array(z.string().max(600)).max(1_000).readonly().optional(),
    }),
  ),
  'bundle:stopped': done(ofExport.extend({ reason })),

  /** Seals the log under a passphrase; it stays open until it is locked. */
  'lock:set': done(z.object({ passphrase: passphraseSchema })),
  'lock:change': done(z.object({ before: tried, passphrase: passphraseSchema })),
  'lock:remove': done(z.object({ passphrase: tried })),
  'lock:open': done(z.object({ passphrase: tried })),
  /** Locks the log at once. Does nothing when it has no passphrase. */
  'lock:close': done(z.object({})),

  /** How a record and a bundle describe the program that made them. */
  'software:describe': answered<Software>()(z.object({})),
} as const;

type Messages = typeof messages;

export type MessageName = keyof Messages;

/** The parsed request of a message. */
export type RequestOf<N extends MessageName> = z.output<Messages[N]['request']>;

/** The answer of a message. */
export type AnswerOf<N extends MessageName> = Messages[N] extends Message<z.ZodType, infer A> ? A : never;
