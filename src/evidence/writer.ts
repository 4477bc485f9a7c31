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
import type { FirstPassphrase, PassphraseChange, Unlocked } from './lock/passphrase.ts';
import type { PieceDigest } from './received/received.ts';
import type { TimeStampLog } from './stamps/time-stamp-log.ts';

/** `build` may run again when another capture took the number first; the last record is kept. */
export interface CommitRequest {
  readonly captureId: CaptureId;
  readonly caseId: CaseId;
  readonly build: (reference: ExhibitReference) => { readonly record: CaptureRecord };
  /** A small JPEG or PNG for lists, not evidence. */
  readonly thumbnail?: Uint8Array;
}

export interface CommittedCapture {
  readonly reference: ExhibitReference;
  readonly recordSha256: Sha256;
}

/** The parts of a record that a running capture has found so far, kept in case its worker dies. */
export type CaptureDraft = Partial<
  Pick<CaptureRecord, 'page' | 'post' | 'clocks' | 'software' | 'pageChanges' | 'compositions' | 'checks'>
>;

/** A capture whose worker died, with enough to commit it as partial. `artifacts` are those whose bytes are stored. */
export interface InterruptedCapture {
  readonly progress: CaptureProgress;
  readonly artifacts: readonly Artifact[];
  readonly draft: CaptureDraft;
}

/** The journal of running captures. Nothing in it is evidence until {@link LogWriter.commitCapture}. */
export interface CaptureJournal {
  /** Records that a capture begins. */
  begin(progress: CaptureProgress): Promise<void>;
  /** Records its progress. After it is committed or abandoned, only another end is recorded. */
  update(progress: CaptureProgress): Promise<void>;
  /** Stores parts of the record, replacing earlier values. */
  keepDraft(captureId: CaptureId, draft: CaptureDraft): Promise<void>;
  /** Stores an artifact's bytes, sealed and on the disk when the promise is fulfilled. */
  stage(captureId: CaptureId, artifact: Artifact, bytes: Uint8Array): Promise<void>;
  /** Ends a capture that keeps nothing and deletes its staged bytes. Does nothing to a committed one. */
  abandon(captureId: CaptureId, fault: FaultCode): Promise<void>;
  /** Captures that have not ended, oldest first. Call it when a worker starts, before it runs one itself. */
  interrupted(): Promise<readonly InterruptedCapture[]>;
}

/** The passphrase of the log. Every wrong one is counted, and each further one must wait longer. */
export interface LogLock {
  /** Seals the vault key under a passphrase, and gives it to be held while the log is open. */
  setPassphrase(first: FirstPassphrase): Promise<void>;
  /** Throws `lock.passphrase.wrong`, `lock.passphrase.too-soon`; then the old one stays. */
  changePassphrase(change: PassphraseChange): Promise<void>;
  /** Throws as {@link changePassphrase} does; then it stays. */
  removePassphrase(passphrase: string): Promise<void>;
  /** The vault key's 32 bytes. Throws as {@link changePassphrase} does. */
  unlock(passphrase: string): Promise<Unlocked>;
  /** Says in every chain that the log was opened, once the key is held. */
  noteUnlocked(wrongTries: number): Promise<void>;
}

/**
 * Everything that changes the log, for the background alone. Acts run one at a time, each in one transaction with its
 * event in the case's chain; it is on the disk when the promise is fulfilled. Throws Faults: `log.disk.full`,
 * `log.private-window`, `log.not-readable`, and what each method names.
 */
export interface LogWriter extends CaptureJournal, TimeStampLog, LogLock {
  /**
   * Makes a new row, from its chain, for each case whose own row is damaged or gone; changes nothing else. Tries every
   * case, then throws the first error.
   */
  mendCases(): Promise<void>;
  /** Opens a case and makes it the one that captures go to. */
  openCase(description: CaseDescription): Promise<CaseId>;
  /** Changes title or producer, but no existing reference. The same adds nothing. Throws `log.case.not-found`. */
  describeCase(caseId: CaseId, description: CaseDescription): Promise<void>;
  /** Makes this the case that captures go to. Throws `log.case.not-found`. */
  chooseCase(caseId: CaseId): Promise<void>;
  /** The case that captures go to; opens one with a neutral title and initials when there is none. */
  ensureCase(): Promise<CaseId>;
  /**
   * Makes the capture an exhibit: record, exhibit, custody event and staged bytes become part of the log together, or
   * not at all. For a capture that is already committed, returns its earlier result. Throws `log.case.not-found`,
   * `log.exhibit.erased`, and `log.artifact.damaged` when the record names bytes that were not staged.
   */
  commitCapture(request: CommitRequest): Promise<CommittedCapture>;
  /** Adds a version of the words and returns its number. The same words add nothing. */
  describeExhibit(captureId: CaptureId, words: Words): Promise<number>;
  /** Appends an event that the exhibit was viewed. */
  viewedExhibit(captureId: CaptureId): Promise<void>;
  /** Erases everything the exhibit held; its number stays as a gap that the chain explains. */
  eraseExhibit(captureId: CaptureId, reason: string): Promise<void>;
  /** Writes a version of a note, or a new one; returns its id. The same adds nothing. Throws `log.case.not-found`. */
  writeNote(caseId: CaseId, note: Note, noteId?: NoteId): Promise<NoteId>;
  /** Erases a note and, for a person, the attributions that ever named them. The chain records that it existed. */
  eraseNote(caseId: CaseId, noteId: NoteId, reason: string): Promise<void>;
  /**
   * Stores a working copy beside the exhibit, which stays unchanged. Throws `log.exhibit.not-found`,
   * `log.exhibit.erased`, and a defect when bytes and description do not match.
   */
  addWorkingCopy(copy: NewWorkingCopy, bytes: Uint8Array): Promise<WorkingCopyId>;
  /** Erases a working copy; the chain records that it existed. Without one, appends no event. */
  eraseWorkingCopy(captureId: CaptureId, id: WorkingCopyId, reason: string): Promise<void>;
  /** Appends an event that the documents of a request to this platform were saved. */
  savedRequest(request: {
    readonly caseId: CaseId;
    readonly platform: string;
    readonly files: readonly { readonly path: string; readonly sha256: string }[];
  }): Promise<void>;
  /** Sets who records with this installation. It belongs to no case, so no chain records it. */
  setReporter(reporter: Reporter): Promise<void>;
  /**
   * Makes a bundle whose bytes a page has staged part of the case, if they match the page's description. `digest` is a
   * new running SHA-256. Throws `log.received.not-whole`, `log.received.twice`, `log.received.too-many` and
   * `log.case.not-found`.
   */
  keepReceived(
    request: { readonly caseId: CaseId; readonly receivedId: ReceivedId },
    digest: PieceDigest,
  ): Promise<void>;
  /** Erases a received bundle; the chain records that it existed. Without one, appends no event. */
  eraseReceived(
    request: { readonly caseId: CaseId; readonly receivedId: ReceivedId },
    reason: string,
  ): Promise<void>;
  /** Deletes staged bytes that no page will finish. Call it when the background starts. */
  clearAbandoned(): Promise<void>;
  bundlePrepared(request: {
    readonly caseId: CaseId;
    readonly groupId: string;
    readonly references: readonly string[];
    readonly absent: readonly string[];
    /** The recipient, and the person's choice of documents. */
    readonly choice: Omit<ExportChoice, 'exhibitsLeftOut' | 'pictures'>;
    /** The exhibits whose pictures and page are held back, and the working copies given: `ABC/1 <SHA-256>`. */
    readonly heldBack?: readonly string[];
    readonly workingCopies?: readonly string[];
    /** The received files given. */
    readonly received?: readonly ReceivedId[];
  }): Promise<void>;
  bundleExported(request: {
    readonly caseId: CaseId;
    readonly groupId: string;
    readonly volumes: readonly { readonly name: string; readonly sha256: string }[];
    readonly signerFingerprint: string;
    /** The times that authorities confirm in these volumes, each with the authority's name. Absent means none. */
    readonly timeStamps?: readonly string[] | undefined;
  }): Promise<void>;
  bundleStopped(request: {
    readonly caseId: CaseId;
    readonly groupId: string;
    readonly reason: string;
  }): Promise<void>;
}
