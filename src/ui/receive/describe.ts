import type { BundleReading } from '../../bundle/verify/read-bundle.ts';
import type { CaptureRecord } from '../../model/capture.ts';
import type { Finding, VerificationReport } from '../../model/finding.ts';
import { instantSchema, sha256Schema } from '../../model/identifiers.ts';
import {
  type FindingCounts,
  type KeptFinding,
  mostKeptFindings,
  mostReceivedExhibits,
  type ReceiptFacts,
  type ReceivedExhibit,
  type StagedBundle,
} from '../../model/received.ts';

/** What is known of a file once it was checked and stored in full. */
export interface Known {
  readonly report: VerificationReport;
  readonly facts: ReceiptFacts;
  readonly sha256: string;
  readonly crc32: number;
  readonly checkedAt: StagedBundle['checkedAt'];
  readonly checkedWith: string;
  /** What the file says of itself; undefined when it is not a bundle. */
  readonly reading: BundleReading | undefined;
}

/** The description of a received file, cut to what the log and a receipt can hold. */
export function describeReceived(known: Known): Omit<StagedBundle, 'id' | 'parts' | 'size'> {
  const { report, facts, sha256, crc32, checkedAt, checkedWith, reading } = known;
  return {
    name: (report.file === '' ? 'file' : report.file).slice(0, 300),
    sha256: sha256Schema.parse(sha256),
    ...{ crc32, facts, checkedAt, checkedWith },
    verdict: report.verdict,
    counts: countsOf(report.findings),
    findings: keptFindings(report.findings),
    ...summaryOf(report),
    ...(reading !== undefined && { producer: producerOf(reading) }),
    exhibits: (reading?.records ?? []).slice(0, mostReceivedExhibits).map(exhibitOf),
  };
}

function summaryOf({ summary }: VerificationReport) {
  const { signerFingerprint, groupId, volume, volumes, title } = summary;
  const exportedAt = instantSchema.safeParse(summary.exportedAt).data;
  return {
    ...(signerFingerprint !== undefined && { signerFingerprint: sha256Schema.parse(signerFingerprint) }),
    ...(groupId !== undefined && { groupId }),
    ...(volume !== undefined && { ownVolume: volume }),
    ...(volumes !== undefined && { ownVolumes: volumes }),
    ...(title !== undefined && { title }),
    ...(exportedAt !== undefined && { exportedAt }),
  };
}

function countsOf(findings: readonly Finding[]): FindingCounts {
  const counts = { success: 0, notice: 0, missing: 0, failure: 0, unreadable: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

const worstFirst: readonly KeptFinding['severity'][] = ['unreadable', 'failure', 'missing', 'notice'];

function keptFindings(findings: readonly Finding[]): KeptFinding[] {
  return worstFirst
    .flatMap(severity =>
      findings
        .filter(finding => finding.severity === severity)
        .map(({ code, subject, detail }) => ({
          severity,
          code: code.slice(0, 200),
          subject: subject.slice(0, 400),
          detail: detail.slice(0, 1_000),
        })),
    )
    .slice(0, mostKeptFindings);
}

function producerOf({ caseRecord }: BundleReading): string {
  const { name, initials } = caseRecord.case.producer;
  return name === '' ? initials : `${name} (${initials})`;
}

function exhibitOf({ reference, post, page, clocks, startedAt }: CaptureRecord): ReceivedExhibit {
  const account = post?.account.handle ?? post?.account.displayName;
  const address = post?.permalink ?? page?.finalAddress;
  return {
    reference: reference.slice(0, 200),
    capturedAt: clocks?.capturedAt ?? startedAt,
    ...(post !== undefined && { platform: post.platform.slice(0, 200) }),
    ...(account !== undefined && { account: account.slice(0, 200) }),
    ...(address !== undefined && { address: address.slice(0, 4_000) }),
  };
}
