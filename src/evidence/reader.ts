import type { Signer } from '../crypto/signing-key.ts';
import type { KeptChain } from '../custody/whole-events.ts';
import type { Artifact, CaptureRecord, CaptureScope } from '../model/capture.ts';
import type { Case, WordsVersion } from '../model/case.ts';
import type { CustodyEvent } from '../model/custody.ts';
import type { ExhibitReference } from '../model/exhibit.ts';
import type { CaptureId, CaseId, Instant, Sha256 } from '../model/identifiers.ts';
import type { CaptureProgress } from '../model/journal.ts';
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
 * An exhibit as a list shows it. `postedAt` is the page's own machine-readable time, else the one derived from
 * the id. `excerpt` is at most 280 characters of the post's text. Absent means not found on the page.
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
  /** True while no authority has stamped its record that should. */
  readonly awaitsTimeStamp?: boolean;
  /** True while one has, and no second one that should. */
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

/** An exhibit whose row in the list does not open any more. Its files may still be whole. */
export interface DamagedExhibit {
  readonly state: 'damaged';
  readonly captureId: CaptureId;
  readonly number: number;
  readonly reference?: ExhibitReference | undefined;
}

export type ExhibitSummary = KeptExhibit | ErasedExhibit | DamagedExhibit;

/** A file of a time-stamp over a record, as it stands beside the record in a bundle. */
export interface TimeStampFile {
  readonly artifact: Artifact;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The reply of a time-stamp authority over a record, and the lists of revoked certificates that were had with it. */
export interface TimeStampFiles {
  readonly reply: TimeStampFile;
  readonly lists?: TimeStampFile;
}

/** Which rows of a list; `newest` first unless told otherwise, all of them without a limit. */
export interface Paging {
  readonly offset?: number;
  readonly limit?: number;
  readonly order?: 'newest' | 'oldest';
}

/** `all` counts numbers ever given, erased ones too, as the list shows them. */
export interface ExhibitCount {
  readonly all: number;
  readonly kept: number;
}

/** A record as it was recorded: `recordBytes` are the bytes of `capture.json`, `recordSha256` is over them. */
export interface StoredRecord {
  readonly record: CaptureRecord;
  readonly recordBytes: Uint8Array<ArrayBuffer>;
  readonly recordSha256: Sha256;
}

/**
 * What any page of the extension may read of the log. Nothing here writes evidence. Rows that do not open are
 * left out of lists and hide no other row. Every method may throw a Fault: `log.private-window` where the
 * browser keeps no log, `log.not-readable` when the log or the one row asked for does not open.
 */
export interface LogReader {
  /** In the order they were opened. */
  listCases(): Promise<readonly Case[]>;
  /** The case that captures go to; undefined before the first. */
  currentCaseId(): Promise<CaseId | undefined>;
  /** Throws `log.case.not-found`. */
  readCase(caseId: CaseId): Promise<Case>;
  /** Every number of the case with what became of it. A page of 50 opens 50 rows. */
  listExhibits(caseId: CaseId, paging?: Paging): Promise<readonly ExhibitSummary[]>;
  countExhibits(caseId: CaseId): Promise<ExhibitCount>;
  /** One row of the list. Throws `log.exhibit.not-found`. */
  readSummary(captureId: CaptureId): Promise<ExhibitSummary>;
  /** The case that an exhibit belongs to, erased or not. Throws `log.exhibit.not-found`. */
  caseOf(captureId: CaptureId): Promise<CaseId>;
  /** Throws `log.exhibit.not-found`, `log.exhibit.erased`, `log.artifact.damaged`. */
  readRecord(captureId: CaptureId): Promise<StoredRecord>;
  /** The file's bytes, whose digest was just compared. Throws as {@link readRecord} does. */
  readArtifact(captureId: CaptureId, sha256: Sha256): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * The same file for a caller that compares the digest itself, as an export does. The seal is checked, which
   * no changed byte passes; a file that was sealed wrongly would. Throws as {@link readRecord} does.
   */
  openArtifact(captureId: CaptureId, sha256: Sha256): Promise<Uint8Array<ArrayBuffer>>;
  /** A small picture for lists, which is no evidence; undefined when there is none or it does not open. */
  readThumbnail(captureId: CaptureId): Promise<Blob | undefined>;
  /** Every version that opens, oldest first; none for an exhibit without words. */
  readWords(captureId: CaptureId): Promise<readonly WordsVersion[]>;
  /** The case's chain in its order. An event that does not open is left out: its sequence number is missing. */
  readCustody(caseId: CaseId): Promise<readonly CustodyEvent[]>;
  /** The events of the chain that are whole, and the numbers of those that the log has lost. */
  readChain(caseId: CaseId): Promise<KeptChain>;
  /** Every record of the case that opens, by number; those that do not are left out. */
  listRecords(caseId: CaseId): Promise<readonly CaptureRecord[]>;
  /** What people wrote of the case beside its exhibits, in the order it was first written. */
  readNotes<K extends NoteKind>(caseId: CaseId, kind: K): Promise<readonly NoteHistory<NoteOf<K>>[]>;
  /** The same of every kind. */
  readAllNotes(caseId: CaseId): Promise<readonly NoteHistory[]>;
  /** How far the request to each platform is: every version that opens, oldest first. */
  readTracks(caseId: CaseId): Promise<readonly PreservationTrack[]>;
  /** The pictures to give away that were made of this exhibit and open, oldest first. */
  listWorkingCopies(captureId: CaptureId): Promise<readonly WorkingCopy[]>;
  /** The bytes of one, whose digest was just compared. Throws `log.artifact.damaged` when they are not there. */
  readWorkingCopy(captureId: CaptureId, id: WorkingCopyId): Promise<Uint8Array<ArrayBuffer>>;
  /** The bundles of others that the case holds, in the order they were kept; those that do not open are left out. */
  listReceived(caseId: CaseId): Promise<readonly ReceivedBundle[]>;
  /** How many pieces of a received bundle the log holds. None is read: whether they open is not known by that. */
  countReceivedParts(id: ReceivedId): Promise<number>;
  /** One piece of a received bundle, counted from 0. Throws `log.received.damaged`. The caller compares the digest of the whole. */
  readReceivedPart(id: ReceivedId, index: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Who records with this Holdfast; the affected person until it is said otherwise. */
  readReporter(): Promise<Reporter>;
  /** Which time-stamp authorities are asked; none until some are chosen. */
  readAuthorities(): Promise<Authorities>;
  /** How far a time-stamp over a record is, the first unless told otherwise; undefined when none was asked for. */
  readTimeStamp(captureId: CaptureId, anchor?: Anchor): Promise<CaptureTimeStamp | undefined>;
  /** Its files; undefined when there is none or they do not open. */
  readTimeStampFiles(captureId: CaptureId, anchor?: Anchor): Promise<TimeStampFiles | undefined>;
  /** The capture's progress, or that of the capture begun last; undefined when the journal has none. */
  readProgress(captureId?: CaptureId): Promise<CaptureProgress | undefined>;
  /** The key that signs bundles; made when it is asked for in a log of an earlier version that has none. */
  openSigner(): Promise<Signer>;
  /** The key that signs, if one was made yet, and those before it. Makes none. */
  readKeys(): Promise<KnownKeys>;
  /** Aborted once a newer Holdfast has taken over the log; whatever is asked for then throws the Fault `log.newer`. */
  readonly gaveWay: AbortSignal;
  /**
   * What is read of one case, all of it from one state of the log: `read` may run again when something was written
   * meanwhile, and then keeps every writer waiting.
   */
  readStill<T>(caseId: CaseId, read: () => Promise<T>): Promise<T>;
  /** Runs the query now and after every write, in whichever context, to a table that it read through this reader. */
  watch<T>(query: () => Promise<T>): Watching<T>;
}
