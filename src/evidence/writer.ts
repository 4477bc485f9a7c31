import type { Artifact, CaptureRecord } from '../model/capture.ts';
import type { Words } from '../model/case.ts';
import type { ExhibitReference } from '../model/exhibit.ts';
import type { ExportChoice } from '../model/export-choice.ts';
import type { FaultCode } from '../model/fault.ts';
import type { CaptureId, CaseId, Sha256 } from '../model/identifiers.ts';
import type { CaptureProgress } from '../model/journal.ts';
import type { Note, NoteId } from '../model/note.ts';
import type { ReceivedId } from '../model/received.ts';
import type { Reporter } from '../model/reporter.ts';
import type { NewWorkingCopy, WorkingCopyId } from '../model/working-copy.ts';
import type { CaseDescription } from './case/cases.ts';
import type { PieceDigest } from './received/received.ts';
import type { TimeStampLog } from './stamps/time-stamp-log.ts';

/** `build` may run more than once, when another capture took the number first; the last record is the one kept. */
export interface CommitRequest {
  readonly captureId: CaptureId;
  readonly caseId: CaseId;
  readonly build: (reference: ExhibitReference) => { readonly record: CaptureRecord };
  /** A small JPEG or PNG for lists; it is no evidence. */
  readonly thumbnail?: Uint8Array;
}

export interface CommittedCapture {
  readonly reference: ExhibitReference;
  readonly recordSha256: Sha256;
}

/** What a running capture has found of its record so far, kept in case its worker dies. */
export type CaptureDraft = Partial<
  Pick<CaptureRecord, 'page' | 'post' | 'clocks' | 'software' | 'pageChanges' | 'compositions' | 'checks'>
>;

/** A capture whose worker died: enough to commit it as partial. `artifacts` are those whose bytes are kept. */
export interface InterruptedCapture {
  readonly progress: CaptureProgress;
  readonly artifacts: readonly Artifact[];
  readonly draft: CaptureDraft;
}

/** The journal of captures that run. Nothing in it is evidence until {@link LogWriter.commitCapture}. */
export interface CaptureJournal {
  /** Notes that a capture begins. */
  begin(progress: CaptureProgress): Promise<void>;
  /** Notes where it stands. Once it is committed or abandoned, only another end is noted. */
  update(progress: CaptureProgress): Promise<void>;
  /** Keeps what is known of the record, over what was kept before. */
  keepDraft(captureId: CaptureId, draft: CaptureDraft): Promise<void>;
  /** Keeps an artifact's bytes, sealed and on the disk when the promise is fulfilled. */
  stage(captureId: CaptureId, artifact: Artifact, bytes: Uint8Array): Promise<void>;
  /** Ends a capture that keeps nothing: its staged bytes are gone. Does nothing to a committed one. */
  abandon(captureId: CaptureId, fault: FaultCode): Promise<void>;
  /** Captures that have not ended, oldest first. Ask when a worker starts, before it runs one itself. */
  interrupted(): Promise<readonly InterruptedCapture[]>;
}

/**
 * Everything that changes the log, for the background alone: one after the other, each in one transaction
 * that is on the disk when the promise is fulfilled, each with its event in the case's chain. Throws Faults:
 * `log.disk.full`, `log.private-window`, `log.not-readable`, and what each method names.
 */
export interface LogWriter extends CaptureJournal, TimeStampLog {
  /**
   * Gives each case whose own row is damaged or gone a row again, from its chain. Nothing is asked and nothing else is
   * changed. Throws what kept a case from it, once all others were tried.
   */
  mendCases(): Promise<void>;
  /** Opens a case and makes it the one that captures go to. */
  openCase(description: CaseDescription): Promise<CaseId>;
  /** Changes title or producer; references already given stay. The same again adds nothing. Throws `log.case.not-found`. */
  describeCase(caseId: CaseId, description: CaseDescription): Promise<void>;
  /** Makes this the case that captures go to. Throws `log.case.not-found`. */
  chooseCase(caseId: CaseId): Promise<void>;
  /** The case that captures go to; opens one with a neutral title and initials when there is none. */
  ensureCase(): Promise<CaseId>;
  /**
   * Makes the capture an exhibit: record, exhibit, custody event and the staged bytes become part of the log
   * together, or not at all. A capture that is already committed answers what it was given. Throws
   * `log.case.not-found`, `log.exhibit.erased`, and `log.artifact.damaged` when the record names bytes that
   * were not staged.
   */
  commitCapture(request: CommitRequest): Promise<CommittedCapture>;
  /** Adds a version of the words; answers its number. The same words again add nothing. */
  describeExhibit(captureId: CaptureId, words: Words): Promise<number>;
  /** Notes that the exhibit was looked at. */
  viewedExhibit(captureId: CaptureId): Promise<void>;
  /** Erases everything the exhibit held; its number stays as a gap that the chain explains. */
  eraseExhibit(captureId: CaptureId, reason: string): Promise<void>;
  /** Writes a new version of a note, or a new note; answers which. The same again adds nothing. Throws `log.case.not-found`. */
  writeNote(caseId: CaseId, note: Note, noteId?: NoteId): Promise<NoteId>;
  /** Erases every version of a note; with a person, what was attached to them. The chain says that it was there. */
  eraseNote(caseId: CaseId, noteId: NoteId, reason: string): Promise<void>;
  /**
   * Keeps a picture to give away beside the exhibit, which stays as it is. Throws `log.exhibit.not-found`,
   * `log.exhibit.erased`, and a defect when bytes and description do not fit.
   */
  addWorkingCopy(copy: NewWorkingCopy, bytes: Uint8Array): Promise<WorkingCopyId>;
  /** Erases one; the chain says that it was there. Nothing to erase is no event. */
  eraseWorkingCopy(captureId: CaptureId, id: WorkingCopyId, reason: string): Promise<void>;
  /** Notes that the papers of a request to this platform were made. */
  savedRequest(request: {
    readonly caseId: CaseId;
    readonly platform: string;
    readonly files: readonly { readonly path: string; readonly sha256: string }[];
  }): Promise<void>;
  /** Says who records with this Holdfast. It belongs to no case, so that no chain speaks of it. */
  setReporter(reporter: Reporter): Promise<void>;
  /**
   * Makes a bundle whose bytes a page has staged one of the case, if they are what the page said. `digest` is a
   * running SHA-256 that has seen nothing yet. Throws `log.received.not-whole`, `log.received.twice`,
   * `log.received.too-many` and `log.case.not-found`.
   */
  keepReceived(
    request: { readonly caseId: CaseId; readonly receivedId: ReceivedId },
    digest: PieceDigest,
  ): Promise<void>;
  /** Erases a received bundle for good; the chain says that it was there. Nothing to erase is no event. */
  eraseReceived(
    request: { readonly caseId: CaseId; readonly receivedId: ReceivedId },
    reason: string,
  ): Promise<void>;
  /** Removes staged bytes that no page will finish. To be asked when the background starts. */
  clearAbandoned(): Promise<void>;
  bundlePrepared(request: {
    readonly caseId: CaseId;
    readonly groupId: string;
    readonly references: readonly string[];
    readonly absent: readonly string[];
    /** Whom it is for, and what the person chose of documents. */
    readonly choice: Omit<ExportChoice, 'exhibitsLeftOut' | 'pictures'>;
    /** Of which exhibits pictures and page stay back, and which working copies go: `ABC/1 <SHA-256>`. */
    readonly heldBack?: readonly string[];
    readonly workingCopies?: readonly string[];
    /** Which received files go. */
    readonly received?: readonly ReceivedId[];
  }): Promise<void>;
  bundleExported(request: {
    readonly caseId: CaseId;
    readonly groupId: string;
    readonly volumes: readonly { readonly name: string; readonly sha256: string }[];
    readonly signerFingerprint: string;
    /** The moments that authorities vouch for in these volumes, each with a name. Absent means none. */
    readonly timeStamps?: readonly string[] | undefined;
  }): Promise<void>;
  bundleStopped(request: {
    readonly caseId: CaseId;
    readonly groupId: string;
    readonly reason: string;
  }): Promise<void>;
}
