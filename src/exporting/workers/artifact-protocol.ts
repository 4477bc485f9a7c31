import type { CaptureId, Sha256 } from '../../model/identifiers.ts';
import type { Failure } from './worker-answer.ts';

/** What the export worker asks the artifact worker. Several may be asked for at once; `id` says which is answered. */
export interface ArtifactRequest {
  readonly id: number;
  readonly captureId: CaptureId;
  readonly sha256: Sha256;
}

/** The file's bytes, which move from one to the other, or why there are none. */
export interface ArtifactReply {
  readonly id: number;
  readonly answer: Uint8Array<ArrayBuffer> | Failure;
}
