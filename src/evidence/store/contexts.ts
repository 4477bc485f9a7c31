import type { CaptureId, CaseId, Sha256 } from '../../model/identifiers.ts';
import type { NoteId } from '../../model/note.ts';
import type { ReceivedId } from '../../model/received.ts';
import type { Anchor } from '../../model/time-stamp.ts';
import type { WorkingCopyId } from '../../model/working-copy.ts';

/** The tables of the first and of the second time-stamps of records. */
export const stampTables = { 1: 'timeStamps', 2: 'secondStamps' } as const satisfies Record<Anchor, string>;

/**
 * What each sealed row is bound to: its table and its key, so that a row moved elsewhere does not open. A staged file's
 * bytes are bound to `artifacts` from the start, because they are already stored there.
 */
export const contexts = {
  case: (caseId: CaseId) => `cases/${caseId}`,
  capture: (captureId: CaptureId) => `captures/${captureId}`,
  exhibit: (caseId: CaseId, number: number) => `exhibits/${caseId}/${number}`,
  artifact: (captureId: CaptureId, sha256: Sha256) => `artifacts/${captureId}/${sha256}`,
  thumbnail: (captureId: CaptureId) => `thumbnails/${captureId}`,
  words: (captureId: CaptureId, version: number) => `words/${captureId}/${version}`,
  custody: (caseId: CaseId, sequence: number) => `custodyEvents/${caseId}/${sequence}`,
  highWater: (caseId: CaseId) => `highWater/${caseId}`,
  journal: (captureId: CaptureId) => `journal/${captureId}`,
  draft: (captureId: CaptureId) => `journal/${captureId}/draft`,
  staged: (captureId: CaptureId, sequence: number) => `staged/${captureId}/${sequence}`,
  note: (noteId: NoteId, version: number) => `notes/${noteId}/${version}`,
  received: (id: ReceivedId) => `received/${id}`,
  receivedStaged: (id: ReceivedId) => `receivedStaged/${id}`,
  receivedPart: (id: ReceivedId, index: number) => `receivedParts/${id}/${index}`,
  certificate: (fingerprint: string) => `vault/certificate/${fingerprint}`,
  timeStamp: (captureId: CaptureId, anchor: Anchor) => `${stampTables[anchor]}/${captureId}`,
  timeStampReply: (captureId: CaptureId, anchor: Anchor) => `${stampTables[anchor]}/${captureId}/reply`,
  timeStampLists: (captureId: CaptureId, anchor: Anchor) => `${stampTables[anchor]}/${captureId}/lists`,
  workingCopy: (captureId: CaptureId, id: WorkingCopyId) => `workingCopies/${captureId}/${id}`,
  workingCopyBytes: (captureId: CaptureId, id: WorkingCopyId) => `workingCopies/${captureId}/${id}/bytes`,
  setting: (id: string) => `settings/${id}`,
} as const;
