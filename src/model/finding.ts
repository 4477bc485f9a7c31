import type { CodeOf, FindingCode } from './finding-codes.ts';
import type { Severity } from './severity.ts';

/** The verdicts of a check; never *valid*, *authentic*, *verified*. */
export type Verdict = 'intact' | 'altered' | 'incomplete' | 'unreadable';

/** The result of one check. `code` is listed in `docs/findings.md`; `subject` names the file or event. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly subject: string;
  readonly detail: string;
}

/** A function that makes findings of one severity and accepts only codes that have it. */
export function findingsOf<S extends Severity>(
  severity: S,
): (code: CodeOf<S>, subject: string, detail: string) => Finding {
  return (code, subject, detail) => ({ code, severity, subject, detail });
}

/** What the bundle says, as far as it could be read; shown above the findings. */
export interface BundleSummary {
  readonly title?: string;
  readonly references: readonly string[];
  readonly exportedAt?: string;
  readonly volume?: number;
  readonly volumes?: number;
  readonly groupId?: string;
  readonly signerFingerprint?: string;
  readonly custodyHead?: string;
  /** SHA-256 over what the record says of the whole export: the same in each volume. */
  readonly exportSha256?: string;
}

/** A received bundle, unchanged inside another: `path` is where, `verdictThen` the verdict when it was received. */
export interface ReceivedReport {
  readonly path: string;
  readonly verdictThen: Verdict;
  /** Its findings now. Each subject begins with `path`. */
  readonly report: VerificationReport;
}

/** All findings on one file, in the order of the checks, and the verdict that follows from them. */
export interface VerificationReport {
  readonly file: string;
  readonly size: number;
  /** SHA-256 of the whole file, where requested. */
  readonly sha256?: string;
  readonly verdict: Verdict;
  readonly summary: BundleSummary;
  readonly findings: readonly Finding[];
  /** The received bundles inside, whose findings do not count for this verdict. Absent when there are none. */
  readonly received?: readonly ReceivedReport[];
}

/** The verdict of the worst finding: unreadable, then altered (a failure), then incomplete (something missing). */
export function verdictOf(findings: readonly Pick<Finding, 'severity'>[]): Verdict {
  const has = (severity: Severity) => findings.some(finding => finding.severity === severity);
  if (has('unreadable')) return 'unreadable';
  if (has('failure')) return 'altered';
  return has('missing') ? 'incomplete' : 'intact';
}
