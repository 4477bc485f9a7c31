import {
  type CaptureCheck,
  captureChecks,
  checkResultSchema,
  codeOfCheck,
  isWellEnded,
} from './capture-check.ts';
import { checksLine } from './capture-check-words.ts';
import type { Finding } from './finding.ts';
import type { FindingCode } from './finding-codes.ts';

/** What one record says of the checks that were made while it was recorded, as the verifier found it. */
export interface CheckedExhibit {
  /** Its reference, with the path before it where it stands in a received bundle. */
  readonly subject: string;
  readonly isAllWell: boolean;
  /** See {@link checksLine}. */
  readonly line: string;
  readonly findings: readonly Finding[];
}

const answers: ReadonlyMap<FindingCode, Pick<CaptureCheck, 'check' | 'result'>> = new Map(
  captureChecks.flatMap(check =>
    checkResultSchema.options.map(result => [codeOfCheck({ check, result }), { check, result }]),
  ),
);

/** Whether a finding repeats what a record says of one of its checks, or that it says nothing of any. */
export function isOfChecks({ code }: Pick<Finding, 'code'>): boolean {
  return answers.has(code) || code === 'capture.checks.absent';
}

/** Those findings by exhibit, in the order in which they were found. */
export function checkedExhibits(findings: readonly Finding[]): readonly CheckedExhibit[] {
  const bySubject = new Map<string, Finding[]>();
  for (const finding of findings.filter(isOfChecks)) {
    const those = bySubject.get(finding.subject);
    if (those === undefined) bySubject.set(finding.subject, [finding]);
    else those.push(finding);
  }
  return [...bySubject].map(([subject, those]) => ({ subject, ...summaryOf(those), findings: those }));
}

function summaryOf(findings: readonly Finding[]): Pick<CheckedExhibit, 'isAllWell' | 'line'> {
  const made = findings.flatMap(({ code }) => answers.get(code) ?? []);
  return { isAllWell: made.length > 0 && made.every(isWellEnded), line: checksLine(made) };
}
