import { bundleCodes } from './finding-codes/bundles.ts';
import { captureCodes } from './finding-codes/capture.ts';
import { caseCodes } from './finding-codes/case.ts';
import { type CheckCodeOf, checkCodes } from './finding-codes/checks.ts';
import { custodyCodes } from './finding-codes/custody.ts';
import { exhibitCodes } from './finding-codes/exhibit.ts';
import { fileCodes } from './finding-codes/files.ts';
import { postCodes } from './finding-codes/post.ts';
import { receivedCodes } from './finding-codes/received.ts';
import { sealCodes } from './finding-codes/seals.ts';
import type { FindingTable } from './finding-codes/table.ts';
import { timeStampCodes } from './finding-codes/time-stamps.ts';
import { zipCodes } from './finding-codes/zip.ts';
import { type Severity, severities } from './severity.ts';

type Written = typeof bundleCodes &
  typeof captureCodes &
  typeof caseCodes &
  typeof custodyCodes &
  typeof exhibitCodes &
  typeof fileCodes &
  typeof postCodes &
  typeof receivedCodes &
  typeof sealCodes &
  typeof timeStampCodes &
  typeof zipCodes;

/** The codes that a finding of this severity can have. */
export type CodeOf<S extends Severity> =
  | CheckCodeOf<S>
  | { [Code in keyof Written]: S extends keyof Written[Code] ? Code : never }[keyof Written];

/** Every finding code: `subject.aspect.outcome`. */
export type FindingCode = CodeOf<Severity>;

/** One row of `docs/findings.md`. */
export interface FindingRow {
  readonly code: string;
  readonly severity: Severity;
  readonly sentence: string;
}

const tables: readonly FindingTable[] = [
  bundleCodes,
  captureCodes,
  caseCodes,
  checkCodes,
  custodyCodes,
  exhibitCodes,
  fileCodes,
  postCodes,
  receivedCodes,
  sealCodes,
  timeStampCodes,
  zipCodes,
];

/** The whole table, a row for each severity of each code, sorted by code, then from the worst severity. */
export function findingRows(): readonly FindingRow[] {
  return tables
    .flatMap(table => Object.entries(table))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([code, sentences]) =>
      severities.flatMap(severity => {
        const sentence = sentences[severity];
        return sentence === undefined ? [] : [{ code, severity, sentence }];
      }),
    );
}
