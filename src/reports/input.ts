import type { Artifact, CaptureRecord } from '../model/capture.ts';
import type { CaseRecord, ExhibitEntry } from '../model/case.ts';
import type { CustodyEvent } from '../model/custody.ts';

/** One exhibit of this bundle: how `case.json` lists it, and what the machine recorded. */
export interface ReportExhibit {
  readonly entry: ExhibitEntry;
  readonly record: CaptureRecord;
  /** The reply of a time-stamp authority over the record. Absent means none. */
  readonly timeStamp?: Artifact;
}

/**
 * Everything a document of a bundle is made from; nothing else is read. `exhibits` are those whose files
 * stand in this bundle, `volume` counts from 1, `signerFingerprint` is SHA-256 of the certificate in hex.
 */
export interface ReportInput {
  readonly caseRecord: CaseRecord;
  readonly exhibits: readonly ReportExhibit[];
  readonly custody: readonly CustodyEvent[];
  readonly signerFingerprint: string;
  readonly volume: number;
  /** Documents beside the exhibits, relative to `data/`. Absent means none. */
  readonly documents?: readonly string[];
  /** Whether an authority is asked to time-stamp this bundle; what it answers is not yet known. Absent means no. */
  readonly timeStampsAsked?: boolean;
}

/** Whether drafts of requests to platforms stand in this bundle. */
export function hasRequests({ documents = [] }: ReportInput): boolean {
  return documents.some(path => path.startsWith('preservation/'));
}

/** The exhibits of this volume by their running number. */
export function exhibitsInOrder(input: ReportInput): readonly ReportExhibit[] {
  return input.exhibits
    .filter(exhibit => exhibit.entry.volume === input.volume)
    .toSorted((a, b) => exhibitNumber(a.entry.reference) - exhibitNumber(b.entry.reference));
}

/** The running number of a reference: `ABC/12` → 12. */
export function exhibitNumber(reference: string): number {
  return Number(reference.slice(reference.indexOf('/') + 1));
}
