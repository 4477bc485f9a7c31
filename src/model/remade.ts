import type { Artifact, CaptureRecord } from './capture.ts';
import type { CaseRecord, ExhibitEntry } from './case.ts';
import type { CustodyEvent } from './custody.ts';

/** What stands in a bundle, from which its texts and tables are made once more. */
export interface RemakeSource {
  readonly caseRecord: CaseRecord;
  /** The exhibits of this volume with the files of their time-stamps, where there are some. */
  readonly exhibits: readonly {
    readonly entry: ExhibitEntry;
    readonly timeStamp?: Artifact;
    readonly lists?: Artifact;
    /** Those of a second one. */
    readonly secondStamp?: { readonly timeStamp: Artifact; readonly lists?: Artifact };
  }[];
  /** The record of every exhibit of the case, by its reference; undefined when some stand in other volumes. */
  readonly records: ReadonlyMap<string, CaptureRecord> | undefined;
  readonly custody: readonly CustodyEvent[];
  readonly signerFingerprint: string;
  /** Who issued the signer's certificate. Absent means that it was made with the key itself. */
  readonly signerIssuer?: string;
  /** Documents beside the exhibits, relative to `data/`. */
  readonly documents: readonly string[];
  /** Whether the list of files has a reply of a time-stamp authority. */
  readonly isTimeStamped: boolean;
  /** Whether lists of revoked certificates stand beside that reply. */
  readonly hasLists: boolean;
}

/** What each file of a bundle may say, by its path: of several texts one. */
export interface Remade {
  /** Of which edition of the wording they are. */
  readonly edition: number;
  readonly texts: ReadonlyMap<string, readonly string[]>;
  /** Absent where not every record of the case is at hand. */
  compareReport?(html: string): ReportComparison;
}

/** How far a report says what is made of the record again: as a whole, in its parts about the exhibits, or not. */
export type ReportComparison = 'whole' | 'exhibits' | 'other';
