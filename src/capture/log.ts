import type { Artifact, CaptureRecord } from '../model/capture.ts';
import type { ExhibitReference } from '../model/exhibit.ts';
import type { FaultCode } from '../model/fault.ts';
import type { CaptureId, CaseId } from '../model/identifiers.ts';
import type { CaptureProgress } from '../model/journal.ts';

/** What a commit needs: the record can only be built once the log has given the exhibit its reference. */
export interface CommitRequest {
  readonly captureId: CaptureId;
  readonly caseId: CaseId;
  readonly build: (reference: ExhibitReference) => { readonly record: CaptureRecord };
  /** A small JPEG for lists; it is no evidence and stands in no manifest. */
  readonly thumbnail?: Uint8Array;
}

/** What is known of the record before the commit, kept in case the worker dies. */
export type CaptureDraft = {
  readonly [Part in 'page' | 'post' | 'clocks' | 'software' | 'pageChanges' | 'compositions' | 'checks']?:
    | CaptureRecord[Part]
    | undefined;
};

/** What a capture needs of the evidence log. Errors are faults with a `log.…` code. */
export interface CaptureLog {
  /** Notes where the capture stands. */
  update(progress: CaptureProgress): Promise<void>;
  /** Keeps what is known of the record, over what was kept before. */
  keepDraft(captureId: CaptureId, draft: CaptureDraft): Promise<void>;
  /** Keeps an artifact's bytes before the commit, so that a worker that dies loses nothing. */
  stage(captureId: CaptureId, artifact: Artifact, bytes: Uint8Array): Promise<void>;
  /** Keeps artifacts, record, exhibit and custody event in one transaction. */
  commitCapture(request: CommitRequest): Promise<{ readonly reference: ExhibitReference }>;
  /** Ends a capture that keeps nothing. */
  abandon(captureId: CaptureId, fault: FaultCode): Promise<void>;
}
