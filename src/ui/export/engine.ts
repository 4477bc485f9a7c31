import type { VolumeLimits } from '../../bundle/layout.ts';
import type { ExportedVolume } from '../../messaging/protocol.ts';
import type { Software } from '../../model/capture.ts';
import type { CaseId, Instant, Sha256 } from '../../model/identifiers.ts';

/** What of a case can be exported. `absent` are the references that will be missing, whatever the reason. */
export interface Gathered {
  readonly references: readonly string[];
  readonly absent: readonly string[];
  /** Exhibits that were found damaged, apart from those that were to be left out anyway. */
  readonly damaged: readonly string[];
}

export interface GatherRequest {
  readonly caseId: CaseId;
  /** References of damaged exhibits that the user chose to leave out. */
  readonly leaveOut: readonly string[];
}

export interface WriteRequest extends GatherRequest {
  readonly groupId: string;
  readonly exportedAt: Instant;
  readonly software: Software;
  readonly limits: VolumeLimits;
}

/** Where the writing stands. `done` and `total` are bytes of this volume. */
export interface WriteProgress {
  readonly volume: number;
  readonly volumes: number;
  readonly done: number;
  readonly total: number;
}

/** The finished files, which stand in the browser's private file system under their names. */
export interface Written {
  readonly volumes: readonly ExportedVolume[];
  readonly signerFingerprint: Sha256;
  readonly outcome: 'complete' | 'incomplete';
}

/**
 * Makes bundles out of the log. Rejects with errors that carry a fault code: `export.case.empty`,
 * `export.exhibits.damaged` (the message names them), `export.stopped`, `export.disk.full`,
 * `export.exhibit.too-large`, and those of the log.
 */
export interface ExportEngine {
  gather(request: GatherRequest): Promise<Gathered>;
  write(request: WriteRequest, onProgress: (progress: WriteProgress) => void): Promise<Written>;
  /** Ends what is under way; it rejects with `export.stopped` and leaves no file. */
  stop(): void;
  close(): void;
}
