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

/** One record's own checks, as the verifier found them. */
export interface CheckedExhibit {
  /** The exhibit's reference, preceded by the path where it is in a received bundle. */
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

/** Whether a finding repeats one of a record's own checks, or says that the record has none. */
export function isOfChecks({ code }: Pick<Finding, 'code'>): boolean {
  return answers.has(code) || code === 'capture.checks.absent';
}

/** These findings grouped by exhibit, in the order found. */
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
