import {
  type CheckCode,
  captureChecks,
  checkResultSchema,
  codeOfCheck,
  isWellEnded,
  type WellEnded,
} from '../capture-check.ts';
import { checkResultWords, checkWords } from '../capture-check-words.ts';
import type { Severity } from '../severity.ts';
import type { FindingTable } from './table.ts';

/** The codes of this severity that repeat one of a record's own checks. */
export type CheckCodeOf<S extends Severity> = S extends 'success'
  ? CheckCode<WellEnded>
  : S extends 'notice'
    ? Exclude<CheckCode, CheckCode<WellEnded>>
    : never;

/** Findings that repeat a record's own checks: a code for each result of each check. */
export const checkCodes: FindingTable = Object.fromEntries(
  captureChecks.flatMap(check =>
    checkResultSchema.options.map(result => {
      const sentence = `Checked while recording: ${checkWords[check]}. This ${checkResultWords[result]}.`;
      return [
        codeOfCheck({ check, result }),
        isWellEnded({ result }) ? { success: sentence } : { notice: sentence },
      ];
    }),
  ),
);
