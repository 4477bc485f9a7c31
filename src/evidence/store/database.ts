import Dexie, { type Table } from 'dexie';
import type { KeySlot } from '../../crypto/vault-key.ts';
import { Fault } from '../../model/fault.ts';
import type { CaptureId, CaseId, Instant, Sha256 } from '../../model/identifiers.ts';
import type { NoteId } from '../../model/note.ts';
import type { ReceivedId } from '../../model/received.ts';
import type { WorkingCopyId } from '../../model/working-copy.ts';

/** JSON sealed under the vault key; the context names the table and the row's key, see `contexts.ts`. */
type Sealed = Uint8Array<ArrayBuffer>;

/** How the vault key is kept in this browser. There is one slot, of either kind. */
export interface SlotRow {
  readonly id: KeySlot['kind'];
  readonly slot: KeySlot;
}

/** The signing key as the first version of Holdfast stored it: its certificate, which names nobody, is in clear. */
export interface PlainSignerRow {
  readonly id: 'signer';
  readonly sealedPrivateKey: Uint8Array;
  readonly certificate: Uint8Array;
}

/** The signing key. Its certificate, which may name a person, is sealed too. */
export interface SignerRow {
  readonly id: 'signer';
  readonly fingerprint: string;
  readonly sealedPrivateKey: Sealed;
  readonly sealed: Sealed;
}

/** The certificate of a retired key; the key itself is deleted. `id` is `retired/` and the fingerprint. */
export interface RetiredRow {
  readonly id: string;
  readonly fingerprint: string;
  readonly sealed: Sealed;
}

/** How often a wrong passphrase was tried since the last right one, and when last, in ms since the Unix epoch. */
export interface WrongTriesRow {
  readonly id: 'wrong-tries';
  readonly count: number;
  readonly lastAt: number;
}

export type VaultRow = SlotRow | WrongTriesRow | PlainSignerRow | SignerRow | RetiredRow;

export interface CaseRow {
  readonly id: CaseId;
  readonly openedAt: Instant;
  /** Counts cases in the order opened, because a clock may be set back. Absent in rows of earlier versions. */
  readonly turn?: number;
  readonly sealed: Sealed;
}

/** A capture as lists show it. Its bytes, record and thumbnail are in tables of their own. */
export interface CaptureRow {
  readonly id: CaptureId;
  readonly caseId: CaseId;
  readonly capturedAt: Instant;
  readonly recordSha256: Sha256;
  readonly sealed: Sealed;
}

/** A number of a case, never deleted: erasing the exhibit only sets `erasedAt`. */
export interface ExhibitRow {
  readonly caseId: CaseId;
  readonly number: number;
  readonly captureId: CaptureId;
  readonly erasedAt?: Instant;
  readonly sealed: Sealed;
}

/** Longest sealed bytes kept in their row. Chromium itself stores values above 64 KiB outside the row. */
const longestInRow = 32_768;

/** Sealed bytes in the form that a row of `artifacts` stores. */
export function storable(sealed: Uint8Array<ArrayBuffer>): ArtifactRow['bytes'] {
  return sealed.length > longestInRow ? new Blob([sealed]) : sealed;
}

/** The sealed bytes of one file. They belong to an exhibit once its capture row exists. */
export interface ArtifactRow {
  readonly captureId: CaptureId;
  readonly sha256: Sha256;
  /** Small files are in the row itself: a separate file on the disk costs more than they are long. */
  readonly bytes: Blob | Uint8Array<ArrayBuffer>;
}

export interface ThumbnailRow {
  readonly captureId: CaptureId;
  readonly sealed: Sealed;
}

export interface WordsRow {
  readonly captureId: CaptureId;
  readonly version: number;
  readonly sealed: Sealed;
}

export interface CustodyRow {
  readonly caseId: CaseId;
  readonly sequence: number;
  readonly digest: Sha256;
  readonly sealed: Sealed;
}

/** How far a case has come, even if rows are missing; see `high-water.ts`. */
export interface HighWaterRow {
  readonly caseId: CaseId;
  readonly sealed: Sealed;
}

/** The progress of a capture. `draft` is what is known of its record so far; `finishedAt` is set once it has ended. */
export interface JournalRow {
  readonly captureId: CaptureId;
  readonly startedAt: Instant;
  /** Counts captures in the order begun, because a clock may be set back. Absent in rows of earlier versions. */
  readonly turn?: number;
  readonly finishedAt?: Instant;
  readonly sealed: Sealed;
  readonly draft?: Sealed;
}

/** Name, kind and digest of a file whose bytes are already in `artifacts` while its capture still runs. */
export interface StagedRow {
  readonly captureId: CaptureId;
  readonly sequence: number;
  readonly sealed: Sealed;
}

/** One version of a note of a case. */
export interface NoteRow {
  readonly noteId: NoteId;
  readonly version: number;
  readonly caseId: CaseId;
  /** The sequence number of its event. Absent in rows of earlier versions. */
  readonly sequence?: number;
  readonly sealed: Sealed;
}

/** A time-stamp over a record; second ones have their own table. `dueAt` only while it waits, `reply` only after. */
export interface TimeStampRow {
  readonly captureId: CaptureId;
  readonly dueAt?: Instant;
  readonly sealed: Sealed;
  /** The authority's whole reply, sealed. */
  readonly reply?: Sealed;
  /** The revocation lists fetched with it, sealed. */
  readonly lists?: Sealed;
}

/** A working copy: its description, and its bytes in the form of an artifact's. */
export interface WorkingCopyRow {
  readonly id: WorkingCopyId;
  readonly captureId: CaptureId;
  /** The sequence number of its event. Absent in rows of earlier versions. */
  readonly sequence?: number;
  readonly sealed: Sealed;
  readonly bytes: ArtifactRow['bytes'];
}

export interface SettingRow {
  readonly id: string;
  readonly sealed: Sealed;
}

/** A received bundle. Its bytes are the rows of `receivedParts` with its id. */
export interface ReceivedRow {
  readonly id: ReceivedId;
  readonly caseId: CaseId;
  /** The sequence number of its event. Absent in rows of earlier versions. */
  readonly sequence?: number;
  readonly sealed: Sealed;
}

/** A bundle being received. It belongs to no case; without a {@link ReceivedRow} it is deleted at start. */
export interface ReceivedStagedRow {
  readonly id: ReceivedId;
  readonly sealed: Sealed;
}

/** One piece of a received bundle, sealed; `index` counts from 0. */
export interface ReceivedPartRow {
  readonly receivedId: ReceivedId;
  readonly index: number;
  readonly bytes: ArtifactRow['bytes'];
}

/**
 * The log in IndexedDB. Only ids, numbers, digests and the times that an index needs are in clear. The keys of
 * `custodyEvents` and `exhibits` make the browser refuse a second event or exhibit with the same number.
 */
export class EvidenceDatabase extends Dexie {
  declare readonly vault: Table<VaultRow, string>;
  declare readonly cases: Table<CaseRow, CaseId>;
  declare readonly captures: Table<CaptureRow, CaptureId>;
  declare readonly exhibits: Table<ExhibitRow, [CaseId, number]>;
  declare readonly artifacts: Table<ArtifactRow, [CaptureId, Sha256]>;
  declare readonly thumbnails: Table<ThumbnailRow, CaptureId>;
  declare readonly words: Table<WordsRow, [CaptureId, number]>;
  declare readonly custodyEvents: Table<CustodyRow, [CaseId, number]>;
  declare readonly highWater: Table<HighWaterRow, CaseId>;
  declare readonly journal: Table<JournalRow, CaptureId>;
  declare readonly staged: Table<StagedRow, [CaptureId, number]>;
  declare readonly notes: Table<NoteRow, [NoteId, number]>;
  declare readonly timeStamps: Table<TimeStampRow, CaptureId>;
  declare readonly secondStamps: Table<TimeStampRow, CaptureId>;
  declare readonly workingCopies: Table<WorkingCopyRow, WorkingCopyId>;
  declare readonly settings: Table<SettingRow, string>;
  declare readonly received: Table<ReceivedRow, ReceivedId>;
  declare readonly receivedStaged: Table<ReceivedStagedRow, ReceivedId>;
  declare readonly receivedParts: Table<ReceivedPartRow, [ReceivedId, number]>;

  /** Opens on first use. `relaxed` is for a second connection that writes only what may be lost. */
  constructor(name: string, durability: 'strict' | 'relaxed' = 'strict') {
    super(name, { chromeTransactionDurability: durability });
    // Add a version, never edit one. An upgrade never rewrites rows that a digest is over.
    this.version(1).stores({
      vault: 'id',
      cases: 'id, openedAt',
      captures: 'id, caseId, [caseId+capturedAt]',
      exhibits: '[caseId+number], &captureId',
      artifacts: '[captureId+sha256], captureId',
      thumbnails: 'captureId',
      words: '[captureId+version], captureId',
      custodyEvents: '[caseId+sequence], &digest',
      journal: 'captureId, startedAt',
      staged: '[captureId+sequence], captureId',
      settings: 'id',
    });
    this.version(2).stores({ notes: '[noteId+version], noteId, caseId' });
    this.version(3).stores({ timeStamps: 'captureId, dueAt' });
    this.version(4).stores({ workingCopies: 'id, captureId' });
    this.version(5).stores({
      received: 'id, caseId',
      receivedStaged: 'id',
      receivedParts: '[receivedId+index], receivedId',
    });
    this.version(6).stores({ journal: 'captureId, startedAt, turn' });
    this.version(7).stores({ highWater: 'caseId' });
    this.version(8).stores({ secondStamps: 'captureId, dueAt' });
    // Dexie would open a later version's log as its own and lose what it does not know.
    this.on('ready', () => this.#refuseNewer(), true);
  }

  /** IndexedDB's version is ten times Dexie's. */
  #refuseNewer(): void {
    const found = this.backendDB().version / 10;
    if (found > this.verno) throw new Fault('log.newer', `the log is of version ${found}`);
  }
}
