import type { MissingTimeStamp } from '../bundle/bundle-input.ts';
import type { VolumeLimits } from '../bundle/layout.ts';
import type { Software } from '../model/capture.ts';
import type { ExportChoice } from '../model/export-choice.ts';
import type { ExportedVolume } from '../model/exported-volume.ts';
import type { CaseId, Instant, Sha256 } from '../model/identifiers.ts';
import type { LostReceived } from '../model/lost-received.ts';
import type { Damage } from './gather/damage.ts';

/**
 * What of a case can be exported, and the damage found that the user has not agreed to. `absent` are the references
 * that will be missing, for whatever reason.
 */
export interface Gathered extends Damage {
  readonly references: readonly string[];
  readonly absent: readonly string[];
  /** References of exhibits whose pictures are held back, and the working copies that are given: `ABC/1 <SHA-256>`. */
  readonly heldBack?: readonly string[];
  readonly workingCopies?: readonly string[];
  /** The received files that go into the export. Absent means none. */
  readonly received?: readonly LostReceived[];
}

export interface GatherRequest {
  readonly caseId: CaseId;
  /** The damage that the user knows of and agreed to export without. */
  readonly agreed: Damage;
  readonly choice: ExportChoice;
}

/**
 * A document that an export would hold, or a folder of documents, whose `path` ends with a slash. Paths are relative to
 * `data/`; `purpose` is one sentence; `shown` is the path to preview when it differs from `path`.
 */
export interface Paper {
  readonly path: string;
  readonly title: string;
  readonly purpose: string;
  readonly shown?: string;
}

/** A preview of an export, as if it were made at `exportedAt`. */
export interface DraftRequest extends GatherRequest {
  readonly exportedAt: Instant;
  readonly software: Software;
}

export interface WriteRequest extends DraftRequest {
  readonly groupId: string;
  readonly limits: VolumeLimits;
}

/**
 * Progress of the writing. The report comes first, where `done` and `total` count exhibits; then each volume and the
 * check of them all, where they count bytes.
 */
export type WriteProgress =
  | { readonly part: 'report'; readonly done: number; readonly total: number }
  | { readonly part: 'check'; readonly done: number; readonly total: number }
  | {
      readonly part: 'volume';
      readonly volume: number;
      readonly volumes: number;
      readonly done: number;
      readonly total: number;
    };

/** The finished files, which lie in the browser's private file system under their names. */
export interface Written {
  readonly volumes: readonly ExportedVolume[];
  readonly signerFingerprint: Sha256;
  readonly outcome: 'complete' | 'incomplete';
  /** True when the report for printing was asked for and could not be made. Everything else is there. */
  readonly withoutPrint: boolean;
  /** The time-stamps that were asked for and given; absent when no authority is switched on. */
  readonly timeStamps?: WrittenTimeStamps;
}

/** One time-stamp that an authority gave for this export. `authority` is its name, which is untrusted text. */
export interface ExportStamp {
  readonly genTime: Instant;
  readonly authority: string;
  /** Whether it came from a second authority. Absent means no. */
  readonly isSecond?: true;
}

/**
 * The time-stamps of an export. `waiting` are references of exhibits whose record has no time-stamp yet,
 * `waitingSecond` of those whose record has one but still awaits a second.
 */
export interface WrittenTimeStamps {
  readonly stamps: readonly ExportStamp[];
  readonly missing: readonly MissingTimeStamp[];
  readonly waiting: readonly string[];
  readonly waitingSecond: readonly string[];
}

/**
 * Makes bundles from the log. Rejects with errors that carry a fault code: `export.case.empty`, `export.case.damaged`,
 * `export.exhibits.damaged` and `export.exhibits.refused` (the message lists the references), `export.received.damaged`
 * (the message lists the ids), `export.damage.new` when more was found than the user agreed to, `export.stopped`,
 * `export.disk.full`, `export.exhibit.too-large`, `export.check.failed`, and those of the log.
 */
export interface ExportEngine {
  gather(request: GatherRequest): Promise<Gathered>;
  /** Every document that this choice would bring, including those left out. Makes nothing. */
  papers(request: DraftRequest): Promise<readonly Paper[]>;
  /** One document as it would be now, `report.html` included. `report.pdf` is made only by the export itself. */
  preview(request: DraftRequest, path: string): Promise<Uint8Array<ArrayBuffer>>;
  write(request: WriteRequest, onProgress: (progress: WriteProgress) => void): Promise<Written>;
  /** Stops the work under way, which rejects with `export.stopped` and leaves no file. */
  stop(): void;
  close(): void;
}
