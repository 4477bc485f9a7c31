import type { Signer } from '../crypto/signing-key.ts';
import type { KeptChain } from '../custody/whole-events.ts';
import type { Artifact, CaptureRecord, CaptureScope } from '../model/capture.ts';
import type { Case, WordsVersion } from '../model/case.ts';
import type { CustodyEvent } from '../model/custody.ts';
import type { ExhibitReference } from '../model/exhibit.ts';
import type { CaptureId, CaseId, Instant, Sha256 } from '../model/identifiers.ts';
import type { CaptureProgress } from '../model/journal.ts';
import type { LockState } from '../model/lock.ts';
import type { NoteHistory, NoteKind, NoteOf } from '../model/note.ts';
import type { PostedAt } from '../model/post.ts';
import type { PreservationTrack } from '../model/preservation.ts';
import type { ReceivedBundle, ReceivedId } from '../model/received.ts';
import type { Reporter } from '../model/reporter.ts';
import type { KnownKeys } from '../model/signing-key.ts';
import type { Anchor, Authorities, CaptureTimeStamp } from '../model/time-stamp.ts';
import type { WorkingCopy, WorkingCopyId } from '../model/working-copy.ts';
import type { Watching } from './store/watching.ts';

export type { KeptChain };

/**
 * An exhibit as lists show it. `postedAt` is the page's own machine-readable time, else the one derived from the id.
 * `excerpt` is at most 280 characters of the post's text. Absent means not found on the page.
 */
export interface KeptExhibit {
  readonly state: 'kept';
  readonly captureId: CaptureId;
  readonly number: number;
  readonly reference: ExhibitReference;
  readonly capturedAt: Instant;
  readonly scope: CaptureScope;
  readonly outcome: CaptureRecord['outcome'];
  readonly title: string;
  readonly address: string;
  readonly platform?: string | undefined;
  readonly handle?: string | undefined;
  readonly displayName?: string | undefined;
  readonly excerpt?: string | undefined;
  readonly postedAt?: PostedAt | undefined;
  readonly tags: readonly string[];
  readonly people: readonly string[];
  readonly hasWords: boolean;
  /** True while the record waits for its time-stamp. */
  readonly awaitsTimeStamp?: boolean;
  /** True while it waits for its second time-stamp. */
  readonly awaitsSecondStamp?: boolean;
}

/** A number whose exhibit was erased. `reference` is missing only when its own row is damaged. */
export interface ErasedExhibit {
  readonly state: 'erased';
  readonly captureId: CaptureId;
  readonly number: number;
  readonly reference?: ExhibitReference | undefined;
  readonly erasedAt: Instant;
}

/** An exhibit whose row in the list does not open. Its files may still be whole. */
export interface DamagedExhibit {
  readonly state: 'damaged';
  readonly captureId: CaptureId;
  readonly number: number;
  readonly reference?: ExhibitReference | undefined;
}

export type ExhibitSummary = KeptExhibit | ErasedExhibit | DamagedExhibit;

/** A file of a record's time-stamp, as it is stored beside the record in a bundle. */
export interface TimeStampFile {
  readonly artifact: Artifact;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** An authority's reply over a record, and the revocation lists fetched with it. */
export interface TimeStampFiles {
  readonly reply: TimeStampFile;
  readonly lists?: TimeStampFile;
}

/** Which rows of a list; `newest` first by default, all of them without a limit. */
export interface Paging {
  readonly offset?: number;
  readonly limit?: number;
  readonly order?: 'newest' | 'oldest';
}

/** `all` counts every number ever given, including erased ones. */
export interface ExhibitCount {
  readonly all: number;
  readonly kept: number;
}

/** A record as committed: `recordBytes` are the bytes of `capture.json`, `recordSha256` is over them. */
export interface StoredRecord {
  readonly record: CaptureRecord;
  readonly recordBytes: Uint8Array<ArrayBuffer>;
  readonly recordSha256: Sha256;
}

/**
 * What any page of the extension may read from the log. Nothing here writes evidence. Rows that do not open are left
 * out of lists and hide no other row. Every method may throw a Fault: `log.private-window` where the browser keeps no
 * log, `log.locked` while it is locked, `log.not-readable` when the log or the requested row does not open.
 */
export interface LogReader {
  /** In the order opened. */
  listCases(): Promise<readonly Case[]>;
  /** The case that captures go to; undefined before the first. */
  currentCaseId(): Promise<CaseId | undefined>;
  /** Throws `log.case.not-found`. */
  readCase(caseId: CaseId): Promise<Case>;
  /** Every number of the case with its state. A page of 50 opens 50 rows. */
  listExhibits(caseId: CaseId, paging?: Paging): Promise<readonly ExhibitSummary[]>;
  countExhibits(caseId: CaseId): Promise<ExhibitCount>;
  /** One row of the list. Throws `log.exhibit.not-found`. */
  readSummary(captureId: CaptureId): Promise<ExhibitSummary>;
  /** The case that an exhibit belongs to, erased or not. Throws `log.exhibit.not-found`. */
  caseOf(captureId: CaptureId): Promise<CaseId>;
  /** Throws `log.exhibit.not-found`, `log.exhibit.erased`, `log.artifact.damaged`. */
  readRecord(captureId: CaptureId): Promise<StoredRecord>;
  /** The file's bytes, after comparing their digest. Throws as {@link readRecord} does. */
  readArtifact(captureId: CaptureId, sha256: Sha256): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * The same for a caller that compares the digest itself, such as an export. Only the seal is checked, which detects
   * any change made after sealing. Throws as {@link readRecord} does.
   */
  openArtifact(captureId: CaptureId, sha256: Sha256): Promise<Uint8Array<ArrayBuffer>>;
  /** A small picture for lists, not evidence; undefined when there is none or it does not open. */
  readThumbnail(captureId: CaptureId): Promise<Blob | undefined>;
  /** Every version that opens, oldest first; none for an exhibit without words. */
  readWords(captureId: CaptureId): Promise<readonly WordsVersion[]>;
  /** The case's chain in order. An event that does not open is left out, so its sequence number is missing. */
  readCustody(caseId: CaseId): Promise<readonly CustodyEvent[]>;
  /** The intact events of the chain, and the numbers of those that the log has lost. */
  readChain(caseId: CaseId): Promise<KeptChain>;
  /** Every record of the case that opens, by number. */
  listRecords(caseId: CaseId): Promise<readonly CaptureRecord[]>;
  /** The notes of one kind in the order first written. */
  readNotes<K extends NoteKind>(caseId: CaseId, kind: K): Promise<readonly NoteHistory<NoteOf<K>>[]>;
  /** The notes of every kind in the order first written. */
  readAllNotes(caseId: CaseId): Promise<readonly NoteHistory[]>;
  /** The state of the request to each platform: every version that opens, oldest first. */
  readTracks(caseId: CaseId): Promise<readonly PreservationTrack[]>;
  /** The working copies of this exhibit that open, oldest first. */
  listWorkingCopies(captureId: CaptureId): Promise<readonly WorkingCopy[]>;
  /** A working copy's bytes, after comparing their digest. Throws `log.artifact.damaged` when they are missing. */
  readWorkingCopy(captureId: CaptureId, id: WorkingCopyId): Promise<Uint8Array<ArrayBuffer>>;
  /** The received bundles of the case that open, in the order kept. */
  listReceived(caseId: CaseId): Promise<readonly ReceivedBundle[]>;
  /** How many pieces of a received bundle are stored. They are not opened. */
  countReceivedParts(id: ReceivedId): Promise<number>;
  /** Piece `index` of a received bundle, from 0. Throws `log.received.damaged`. The caller compares the digest. */
  readReceivedPart(id: ReceivedId, index: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Who records with this installation; the affected person by default. */
  readReporter(): Promise<Reporter>;
  /** Which time-stamp authorities are asked; none by default. */
  readAuthorities(): Promise<Authorities>;
  /** The state of a record's time-stamp, the first by default; undefined when none was requested. */
  readTimeStamp(captureId: CaptureId, anchor?: Anchor): Promise<CaptureTimeStamp | undefined>;
  /** The files of a record's time-stamp; undefined when there is none or they do not open. */
  readTimeStampFiles(captureId: CaptureId, anchor?: Anchor): Promise<TimeStampFiles | undefined>;
  /** The progress of one capture, or of the latest one; undefined when the journal has none. */
  readProgress(captureId?: CaptureId): Promise<CaptureProgress | undefined>;
  /** Whether the log has a passphrase, and whether it is open. Answers for a locked log too. */
  readLock(): Promise<LockState>;
  /** The key that signs bundles; made on request in a log of an earlier version that has none. */
  openSigner(): Promise<Signer>;
  /** The current signing key, if there is one, and retired ones. Makes none. */
  readKeys(): Promise<KnownKeys>;
  /** Aborted once a newer Holdfast has taken over the log; every later request throws the Fault `log.newer`. */
  readonly gaveWay: AbortSignal;
  /**
   * Reads one case from a single state of the log. `read` may run again when something was written meanwhile, and then
   * all writers wait.
   */
  readStill<T>(caseId: CaseId, read: () => Promise<T>): Promise<T>;
  /** Runs the query now and after every write, in any context, to a table that it read through this reader. */
  watch<T>(query: () => Promise<T>): Watching<T>;
}
