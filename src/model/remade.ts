import type { Artifact, CaptureRecord } from './capture.ts';
import type { CaseRecord, ExhibitEntry } from './case.ts';
import type { CustodyEvent } from './custody.ts';

/** The contents of a bundle from which its texts and tables are generated again. */
export interface RemakeSource {
  readonly caseRecord: CaseRecord;
  /** The exhibits of this volume with the files of their time-stamps, where present. */
  readonly exhibits: readonly {
    readonly entry: ExhibitEntry;
    readonly timeStamp?: Artifact;
    readonly lists?: Artifact;
    /** The files of a second time-stamp. */
    readonly secondStamp?: { readonly timeStamp: Artifact; readonly lists?: Artifact };
  }[];
  /** The record of every exhibit of the case, by its reference; undefined when some are in other volumes. */
  readonly records: ReadonlyMap<string, CaptureRecord> | undefined;
  readonly custody: readonly CustodyEvent[];
  readonly signerFingerprint: string;
  /** The issuer of the signer's certificate. Absent for a certificate that Holdfast made with its key. */
  readonly signerIssuer?: string;
  /** Documents beside the exhibits, relative to `data/`. */
  readonly documents: readonly string[];
  /** Whether the list of files has a time-stamp reply. */
  readonly isTimeStamped: boolean;
  /** Whether that reply has revocation lists beside it. */
  readonly hasLists: boolean;
}

/** The texts that each file of a bundle may hold, by its path. Each of them is right. */
export interface Remade {
  /** The edition of their wording. */
  readonly edition: number;
  readonly texts: ReadonlyMap<string, readonly string[]>;
  /** Absent where not every record of the case is available. */
  compareReport?(html: string): ReportComparison;
}

/** How far a report matches the one generated from the records: as a whole, in its parts about exhibits, or not. */
export type ReportComparison = 'whole' | 'exhibits' | 'other';
