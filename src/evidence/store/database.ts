import Dexie, { type Table } from 'dexie';
import type { KeySlot } from '../../crypto/vault-key.ts';
import { Fault } from '../../model/fault.ts';
import type { CaptureId, CaseId, Instant, Sha256 } from '../../model/identifiers.ts';
import type { NoteId } from '../../model/note.ts';
import type { ReceivedId } from '../../model/received.ts';
import type { WorkingCopyId } from '../../model/working-copy.ts';

/** JSON sealed under the vault key; the context names the table and the row's key, see `contexts.ts`. */
type Sealed = Uint8Array<ArrayBuffer>;

/** How the vault key is kept in this browser. A slot of another kind stands beside it as another row. */
export interface SlotRow {
  readonly id: KeySlot['kind'];
  readonly slot: KeySlot;
}

/** The signing key as version 1 of Holdfast kept it: its certificate, which names nobody, in clear. */
export interface PlainSignerRow {
  readonly id: 'signer';
  readonly sealedPrivateKey: Uint8Array;
  readonly certificate: Uint8Array;
}

/** The signing key. What its certificate says, a person's name too, is sealed as well. */
export interface SignerRow {
  readonly id: 'signer';
  readonly fingerprint: string;
  readonly sealedPrivateKey: Sealed;
  readonly sealed: Sealed;
}

/** The certificate of a key that signed before; the key itself is gone. `id` is `retired/` and the fingerprint. */
export interface RetiredRow {
  readonly id: string;
  readonly fingerprint: string;
  readonly sealed: Sealed;
}

export type VaultRow = SlotRow | PlainSignerRow | SignerRow | RetiredRow;

export interface CaseRow {
  readonly id: CaseId;
  readonly openedAt: Instant;
  /** Counts cases as they are opened, because a clock may be set back. Absent in rows of earlier versions. */
  readonly turn?: number;
  readonly sealed: Sealed;
}

/** What lists show of a capture. Its bytes, record and thumbnail stand in their own tables. */
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

/** Sealed bytes up to this many stand in their row. Chromium moves values beyond 64 KiB out by itself. */
const longestInRow = 32_768;

/** Sealed bytes as a row of `artifacts` holds them. */
export function storable(sealed: Uint8Array<ArrayBuffer>): ArtifactRow['bytes'] {
  return sealed.length > longestInRow ? new Blob([sealed]) : sealed;
}

/** Bytes of one file, sealed. They belong to an exhibit once its capture row exists. */
export interface ArtifactRow {
  readonly captureId: CaptureId;
  readonly sha256: Sha256;
  /** Small files stand in the row itself: a file of its own on the disk costs more than they are long. */
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

/** How far a case has come, whatever of its rows is there; see `high-water.ts`. */
export interface HighWaterRow {
  readonly caseId: CaseId;
  readonly sealed: Sealed;
}

/** Where a capture stands. `draft` is what is known of its record so far; `finishedAt` is set when it ended. */
export interface JournalRow {
  readonly captureId: CaptureId;
  readonly startedAt: Instant;
  /** Counts captures as they begin, because a clock may be set back. Absent in rows of earlier versions. */
  readonly turn?: number;
  readonly finishedAt?: Instant;
  readonly sealed: Sealed;
  readonly draft?: Sealed;
}

/** Name, kind and digest of a file whose bytes already stand in `artifacts` while its capture still runs. */
export interface StagedRow {
  readonly captureId: CaptureId;
  readonly sequence: number;
  readonly sealed: Sealed;
}

/** One version of what a person wrote of a case beside its exhibits. */
export interface NoteRow {
  readonly noteId: NoteId;
  readonly version: number;
  readonly caseId: CaseId;
  /** That of its event in the chain. Absent in rows of earlier versions. */
  readonly sequence?: number;
  readonly sealed: Sealed;
}

/** A time-stamp over a capture's record; a second one, of another authority, is a row of a table of its own. `dueAt` stands only while it waits for one, `reply` only once it has it. */
export interface TimeStampRow {
  readonly captureId: CaptureId;
  readonly dueAt?: Instant;
  readonly sealed: Sealed;
  /** The authority's whole reply, sealed. */
  readonly reply?: Sealed;
  /** The lists of revoked certificates that were had with it, sealed. */
  readonly lists?: Sealed;
}

/** A picture to give away: what it is, and its bytes as those of an artifact are kept. */
export interface WorkingCopyRow {
  readonly id: WorkingCopyId;
  readonly captureId: CaptureId;
  /** That of its event in the chain. Absent in rows of earlier versions. */
  readonly sequence?: number;
  readonly sealed: Sealed;
  readonly bytes: ArtifactRow['bytes'];
}

export interface SettingRow {
  readonly id: string;
  readonly sealed: Sealed;
}

/** A bundle of somebody else's. Its bytes are the rows of `receivedParts` with its id. */
export interface ReceivedRow {
  readonly id: ReceivedId;
  readonly caseId: CaseId;
  /** That of its event in the chain. Absent in rows of earlier versions. */
  readonly sequence?: number;
  readonly sealed: Sealed;
}

/** A received bundle whose bytes arrive. It belongs to no case; without a {@link ReceivedRow} it is removed at start. */
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
 * The log as IndexedDB keeps it. Plain are only ids, numbers, digests and the times an index needs. The keys
 * of `custodyEvents` and `exhibits` make the browser itself refuse a second event or exhibit of one number.
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
    // History: add a version, never edit one. Rows are never rewritten by an upgrade when a digest is over them.
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
    // Dexie would work on a log of a later version as if it were its own, and leave out what it knows nothing of.
    this.on('ready', () => this.#refuseNewer(), true);
  }

  /** The browser counts ten for each of Dexie's versions. */
  #refuseNewer(): void {
    const found = this.backendDB().version / 10;
    if (found > this.verno) throw new Fault('log.newer', `the log is of version ${found}`);
  }
}
