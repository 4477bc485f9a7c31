import type { z } from 'zod';
import type { CaptureRecord } from '../../src/model/capture.ts';
import { type CaseRecord, caseRecordSchema, type ExhibitEntry } from '../../src/model/case.ts';
import { exhibitDirectory } from '../../src/model/exhibit.ts';
import { sampleSoftware } from './capture.ts';
import { digestOf } from './digest.ts';

type CaseInput = z.input<typeof caseRecordSchema>;

/** What a sample has to say of itself; all else has a value, which it may change. A chain without events has no head. */
export type SampleCase = Partial<Omit<CaseInput, 'custodyHead'>> &
  Pick<CaseInput, 'case' | 'exportedAt' | 'group' | 'signerFingerprint'> & {
    readonly custodyHead: string | undefined;
  };

/** The record of a case that was exported whole, without exhibits unless they are given. */
export function sampleCaseRecord(sample: SampleCase): CaseRecord {
  return caseRecordSchema.parse({
    formatVersion: 1,
    outcome: 'complete',
    software: sampleSoftware(),
    exhibits: [],
    absent: [],
    ...sample,
  });
}

/** How a case lists a capture: in the first volume and without words, unless `entry` says otherwise. */
export function sampleEntry(
  { reference, id, scope }: CaptureRecord,
  entry: Partial<ExhibitEntry> = {},
): ExhibitEntry {
  return {
    reference,
    captureId: id,
    directory: `exhibits/${exhibitDirectory(reference)}`,
    volume: 1,
    scope,
    recordSha256: digestOf(`record ${reference}`),
    words: [],
    ...entry,
  };
}
