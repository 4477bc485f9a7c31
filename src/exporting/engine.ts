import type { MissingTimeStamp } from '../bundle/bundle-input.ts';
import type { VolumeLimits } from '../bundle/layout.ts';
import type { Software } from '../model/capture.ts';
import type { ExportChoice } from '../model/export-choice.ts';
import type { ExportedVolume } from '../model/exported-volume.ts';
import type { CaseId, Instant, Sha256 } from '../model/identifiers.ts';
import type { LostReceived } from '../model/lost-received.ts';
import type { Damage } from './gather/damage.ts';

/**
 * What of a case can be exported, and the damage that was found and not yet agreed to. `absent` are the references that
 * will be missing, whatever the reason.
 */
export interface Gathered extends Damage {
  readonly references: readonly string[];
  readonly absent: readonly string[];
  /** References of which pictures stay back, and the working copies that go: `ABC/1 <SHA-256>`. */
  readonly heldBack?: readonly string[];
  readonly workingCopies?: readonly string[];
  /** The received files that go. Absent means none. */
  readonly received?: readonly LostReceived[];
}

export interface GatherRequest {
  readonly caseId: CaseId;
  /** What is known to be wrong, without which the user chose to export. */
  readonly agreed: Damage;
  readonly choice: ExportChoice;
}

/**
 * A document that an export would hold, or a folder of them, whose `path` ends with a slash. Paths stand below
 * `data/`; `purpose` is one sentence; `shown` is what is looked at when it is not the path itself.
 */
export interface Paper {
  readonly path: string;
  readonly title: string;
  readonly purpose: string;
  readonly shown?: string;
}

/** What is looked at before an export, as if it were made at `exportedAt`. */
export interface DraftRequest extends GatherRequest {
  readonly exportedAt: Instant;
  readonly software: Software;
}

export interface WriteRequest extends DraftRequest {
  readonly groupId: string;
  readonly limits: VolumeLimits;
}

/**
 * Where the writing stands: the report is made first, in whose case `done` and `total` count exhibits, then each
 * volume and the check of them all, where they count bytes.
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

/** The finished files, which stand in the browser's private file system under their names. */
export interface Written {
  readonly volumes: readonly ExportedVolume[];
  readonly signerFingerprint: Sha256;
  readonly outcome: 'complete' | 'incomplete';
  /** True when the report for printing was asked for and could not be made; everything else is there. */
  readonly withoutPrint: boolean;
  /** What time-stamp authorities were asked for and gave; absent when none is switched on. */
  readonly timeStamps?: WrittenTimeStamps;
}

/** One time-stamp that an authority gave for this export. `authority` is its name, which is anyone's text. */
export interface ExportStamp {
  readonly genTime: Instant;
  readonly authority: string;
  /** Whether it is the one of a second authority. Absent means no. */
  readonly isSecond?: true;
}

/**
 * The time-stamps of an export. `waiting` are references of exhibits whose record has none yet, `waitingSecond` those
 * whose record has one and no second one yet.
 */
export interface WrittenTimeStamps {
  readonly stamps: readonly ExportStamp[];
  readonly missing: readonly MissingTimeStamp[];
  readonly waiting: readonly string[];
  readonly waitingSecond: readonly string[];
}

/**
 * Makes bundles out of the log. Rejects with errors that carry a fault code: `export.case.empty`,
 * `export.case.damaged`, `export.exhibits.damaged` and `export.exhibits.refused` (the message names them), `export.received.damaged` (it has their numbers), `export.damage.new` when more was
 * found than the user agreed to, `export.stopped`, `export.disk.full`,
 * `export.exhibit.too-large`, `export.check.failed`, and those of the log.
 */
export interface ExportEngine {
  gather(request: GatherRequest): Promise<Gathered>;
  /** Every document that this choice would bring with it, those left out included. Nothing is made. */
  papers(request: DraftRequest): Promise<readonly Paper[]>;
  /** One document as it would be now, or `report.html`; `report.pdf` is made by the export alone. */
  preview(request: DraftRequest, path: string): Promise<Uint8Array<ArrayBuffer>>;
  write(request: WriteRequest, onProgress: (progress: WriteProgress) => void): Promise<Written>;
  /** Ends what is under way; it rejects with `export.stopped` and leaves no file. */
  stop(): void;
  close(): void;
}
