import type { Recipient } from '../../matter/recipient.ts';
import type { CaptureRecord } from '../../model/capture.ts';
import type { Case } from '../../model/case.ts';
import type { Instant } from '../../model/identifiers.ts';
import type { Reporter } from '../../model/reporter.ts';

/** A file that the user may save. `path` has folders; its last part is the file's name. */
export interface MadeFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What the papers of one request are made from. The records are those of this recipient only. */
export interface RequestOrder {
  readonly caseFile: Case;
  readonly recipient: Recipient;
  readonly records: readonly CaptureRecord[];
  readonly reporter: Reporter;
  readonly madeAt: Instant;
}
