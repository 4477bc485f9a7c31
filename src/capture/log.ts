import type { Artifact, CaptureRecord } from '../model/capture.ts';
import type { ExhibitReference } from '../model/exhibit.ts';
import type { FaultCode } from '../model/fault.ts';
import type { CaptureId, CaseId } from '../model/identifiers.ts';
import type { CaptureProgress } from '../model/journal.ts';

/** What a commit needs. `build` is called once the log has given the exhibit its reference. */
export interface CommitRequest {
  readonly captureId: CaptureId;
  readonly caseId: CaseId;
  readonly build: (reference: ExhibitReference) => { readonly record: CaptureRecord };
  /** A small JPEG for lists. It is no evidence and is in no manifest. */
  readonly thumbnail?: Uint8Array;
}

/** What is known of the record before the commit, stored in case the worker dies. */
export type CaptureDraft = {
  readonly [Part in 'page' | 'post' | 'clocks' | 'software' | 'pageChanges' | 'compositions' | 'checks']?:
    | CaptureRecord[Part]
    | undefined;
};

/** What a capture needs of the evidence log. Errors are faults with a `log.…` code. */
export interface CaptureLog {
  /** Stores the capture's progress. */
  update(progress: CaptureProgress): Promise<void>;
  /** Stores the draft of the record, replacing the earlier one. */
  keepDraft(captureId: CaptureId, draft: CaptureDraft): Promise<void>;
  /** Stores an artifact's bytes before the commit, so that a worker that dies loses nothing. */
  stage(captureId: CaptureId, artifact: Artifact, bytes: Uint8Array): Promise<void>;
  /** Stores artifacts, record, exhibit and custody event in one transaction. */
  commitCapture(request: CommitRequest): Promise<{ readonly reference: ExhibitReference }>;
  /** Ends a capture that leaves no exhibit. */
  abandon(captureId: CaptureId, fault: FaultCode): Promise<void>;
}
