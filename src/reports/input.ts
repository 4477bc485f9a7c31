import { type Matter, matterOf } from '../matter/matter.ts';
import type { Artifact, CaptureRecord } from '../model/capture.ts';
import type { CaseRecord, ExhibitEntry, Words } from '../model/case.ts';
import type { Confidential } from '../model/confidential.ts';
import type { CustodyEvent } from '../model/custody.ts';
import { exhibitNumber } from '../model/exhibit.ts';
import type { Reporter } from '../model/reporter.ts';

/** One exhibit of this bundle: its entry in `case.json`, and what the machine recorded. */
export interface ReportExhibit {
  readonly entry: ExhibitEntry;
  readonly record: CaptureRecord;
  /** The reply of a time-stamp authority over the record. Absent means none. */
  readonly timeStamp?: Artifact;
  /** Lists of revoked certificates that came with it. Absent means none. */
  readonly lists?: Artifact;
  /** The same for a second time-stamp, by another authority. Absent means none. */
  readonly secondStamp?: { readonly timeStamp: Artifact; readonly lists?: Artifact };
  /** True when pictures are given as files but no document shows them. */
  readonly hidesPictures?: boolean;
}

/** The files of an exhibit's record that the bundle holds. */
export function givenArtifacts({ entry, record }: ReportExhibit): readonly Artifact[] {
  return record.artifacts.filter(({ path }) => entry.heldBack?.includes(path) !== true);
}

/**
 * Everything that a document of a bundle is made from; nothing else is read. `exhibits` are those of every volume;
 * `volume` is the one whose files are here, counted from 1; `signerFingerprint` is SHA-256 of the certificate in hex.
 */
export interface ReportInput {
  readonly caseRecord: CaseRecord;
  readonly exhibits: readonly ReportExhibit[];
  readonly custody: readonly CustodyEvent[];
  readonly signerFingerprint: string;
  /** Who issued the signer's certificate. Absent means that it is self-signed. */
  readonly signerIssuer?: string | undefined;
  readonly volume: number;
  /** Documents other than the exhibits, relative to `data/`. Absent means none. */
  readonly documents?: readonly string[];
  /** Whether an authority is asked to time-stamp this bundle; what it answers is not yet known. Absent means no. */
  readonly timeStampsAsked?: boolean;
  /** Whether a second authority is asked too. Absent means no. */
  readonly secondStampAsked?: boolean;
  /** Whether lists of revoked certificates are asked for with the time-stamps. Absent means no. */
  readonly listsAsked?: boolean;
  /** Who records with this Holdfast; an officer's details are printed. Absent means the affected person. */
  readonly reporter?: Reporter;
  /** Given only when the person chose it for this recipient. */
  readonly vulnerability?: Pick<Confidential, 'vulnerabilities' | 'vulnerabilityWords'>;
  /** Exhibits that were not chosen, for an officer's schedule of unused material. Absent means no list. */
  readonly unused?: readonly CaptureRecord[];
}

/** What the plain texts are made from. They need the exhibits' entries, not their records. */
export type TextInput = Omit<ReportInput, 'exhibits'> & {
  readonly exhibits: readonly Omit<ReportExhibit, 'record'>[];
};

/** The latest words about an exhibit; undefined when there are none. */
export function latestWords({ words }: ExhibitEntry): Words | undefined {
  return words.toSorted((a, b) => b.version - a.version)[0]?.words;
}

/** The matter of a bundle's exhibits and notes, including those of its other volumes. */
export function matterOfInput({ caseRecord, exhibits }: ReportInput): Matter {
  return matterOf({
    exhibits: exhibits.map(({ entry, record }) => ({ record, words: latestWords(entry) })),
    notes: caseRecord.notes ?? [],
  });
}

/** Whether this bundle holds drafts of requests to platforms. */
export function hasRequests({ documents = [] }: ReportInput): boolean {
  return documents.some(path => path.startsWith('preservation/'));
}

/** The exhibits of this volume, by running number. */
export function exhibitsInOrder<E extends Pick<ReportExhibit, 'entry'>>({
  exhibits,
  volume,
}: {
  readonly exhibits: readonly E[];
  readonly volume: number;
}): readonly E[] {
  return exhibits
    .filter(exhibit => exhibit.entry.volume === volume)
    .toSorted((a, b) => exhibitNumber(a.entry.reference) - exhibitNumber(b.entry.reference));
}
