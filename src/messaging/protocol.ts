import { defineExtensionMessaging } from '@webext-core/messaging';
import type { CaptureScope, Software } from '../model/capture.ts';
import type { Words } from '../model/case.ts';
import type { ExportChoice } from '../model/export-choice.ts';
import type { ExportedVolume } from '../model/exported-volume.ts';
import type { CaptureId, CaseId, Sha256 } from '../model/identifiers.ts';
import type { Note, NoteId } from '../model/note.ts';
import type { ReceivedId } from '../model/received.ts';
import type { Reporter } from '../model/reporter.ts';
import type { AuthorityChoice, AuthorityTest } from '../model/time-stamp.ts';
import type { CopyPlan, WorkingCopyId } from '../model/working-copy.ts';

/**
 * What extension pages may ask of the background, the log's one writer. Bytes stay in the log; only ids
 * and short words travel. Handlers parse what they are given; errors carry a fault code.
 */
export interface Protocol {
  /** Starts a capture of the tab and returns at once; progress is in the log's journal. */
  'capture:start'(request: { readonly tabId: number; readonly scope: CaptureScope }): CaptureId;
  /** Asks a running capture to stop; what was recorded is kept as partial. */
  'capture:stop'(request: { readonly captureId: CaptureId }): void;
  /** Wakes the background if it died; answers once every capture left behind has been ended, or throws why not. */
  'capture:recover'(request: Record<string, never>): void;

  'case:open'(request: { readonly title: string; readonly initials: string; readonly name: string }): CaseId;
  'case:describe'(request: {
    readonly caseId: CaseId;
    readonly title: string;
    readonly initials: string;
    readonly name: string;
  }): void;
  /** Makes this the case that captures go to. */
  'case:choose'(request: { readonly caseId: CaseId }): void;

  /** Adds a version of the human words; returns its number. The same words again add nothing. */
  'exhibit:describe'(request: { readonly captureId: CaptureId; readonly words: Words }): number;
  'exhibit:viewed'(request: { readonly captureId: CaptureId }): void;
  /** Erases the bytes for good and leaves a numbered gap that the chain explains. */
  'exhibit:erase'(request: { readonly captureId: CaptureId; readonly reason: string }): void;

  /** Draws a picture to give away from an evidentiary one, which stays as it is; answers which. */
  'copy:make'(request: CopyPlan): WorkingCopyId;
  'copy:erase'(request: {
    readonly captureId: CaptureId;
    readonly id: WorkingCopyId;
    readonly reason: string;
  }): void;

  /** Writes a version of a note of the case, or a new note; answers which. The same again adds nothing. */
  'note:write'(request: {
    readonly caseId: CaseId;
    readonly note: Note;
    readonly noteId?: NoteId | undefined;
  }): NoteId;
  /** Erases every version of a note; with a person, what was attached to them. */
  'note:erase'(request: { readonly caseId: CaseId; readonly noteId: NoteId; readonly reason: string }): void;
  /** Writes into the chain that the papers of a request to this platform were made. */
  'preservation:saved'(request: {
    readonly caseId: CaseId;
    readonly platform: string;
    readonly files: readonly { readonly path: string; readonly sha256: Sha256 }[];
  }): void;
  /** Says who records with this Holdfast. */
  'reporter:set'(request: { readonly reporter: Reporter }): void;

  /** Makes a bundle whose bytes stand staged in the log one of the case; see `evidence/receiving.ts`. */
  'bundle:received'(request: { readonly caseId: CaseId; readonly receivedId: ReceivedId }): void;
  /** Erases a received bundle for good. */
  'bundle:erase-received'(request: {
    readonly caseId: CaseId;
    readonly receivedId: ReceivedId;
    readonly reason: string;
  }): void;
  /** Says which time-stamp authorities are asked. */
  'authorities:set'(request: AuthorityChoice): void;
  /** Asks this authority for a time-stamp over a random number, and says what came back. */
  'authorities:test'(request: { readonly address: string }): AuthorityTest;

  /** Writes into the chain that a bundle is being made of these exhibits, before the chain is read for it. */
  'bundle:prepared'(request: {
    readonly caseId: CaseId;
    readonly groupId: string;
    readonly references: readonly string[];
    readonly absent: readonly string[];
    readonly choice: Omit<ExportChoice, 'exhibitsLeftOut' | 'pictures'>;
    readonly heldBack?: readonly string[];
    readonly workingCopies?: readonly string[];
    readonly received?: readonly ReceivedId[];
  }): void;
  'bundle:exported'(request: {
    readonly caseId: CaseId;
    readonly groupId: string;
    readonly volumes: readonly ExportedVolume[];
    readonly signerFingerprint: Sha256;
    readonly timeStamps?: readonly string[] | undefined;
  }): void;
  'bundle:stopped'(request: {
    readonly caseId: CaseId;
    readonly groupId: string;
    readonly reason: string;
  }): void;

  /** What a record and a bundle say of the program that made them. */
  'software:describe'(request: Record<string, never>): Software;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
