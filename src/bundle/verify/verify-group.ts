import { type Finding, type Verdict, type VerificationReport, verdictOf } from '../../model/finding.ts';
import { altered, held, missing } from '../findings.ts';
import type { BundleSource } from '../zip/source.ts';
import { missingDigests } from './check-expected.ts';
import { type ChainOutline, chainFindings } from './custody/compare-chains.ts';
import { checkBundle } from './verify-bundle.ts';
import type { VerifyOptions } from './verify-options.ts';

/** Files checked together: one report for each, in order, and findings about them as volumes of one case. */
export interface GroupReport {
  readonly reports: readonly VerificationReport[];
  /**
   * Whether every volume of every group is here once; `subject` is the group's identifier. Then whether several exports
   * of one case have consistent chains; `subject` is the case's identifier.
   */
  readonly group: readonly Finding[];
  /** The worst of all verdicts. */
  readonly verdict: Verdict;
}

/**
 * Checks several files one after the other, that no volume of a group is missing or contradicts the others, and that
 * exports of one case are consistent. `onProgress` counts over all files.
 */
export async function verifyBundles(
  sources: readonly BundleSource[],
  options: VerifyOptions,
): Promise<GroupReport> {
  const total = sources.reduce((sum, source) => sum + source.size, 0);
  const reports: VerificationReport[] = [];
  const outlines: ChainOutline[] = [];
  let before = 0;
  for (const source of sources) {
    const start = before;
    const { report, outline } = await checkBundle(source, {
      ...options,
      onProgress: done => options.onProgress?.(start + done, total),
    });
    reports.push(report);
    if (outline !== undefined) outlines.push(outline);
    before += source.size;
  }
  const { expected } = options;
  const group = [
    ...groupFindings(reports),
    ...chainFindings(outlines),
    ...(expected === undefined ? [] : missingDigests(reports, expected)),
  ];
  return { reports, group, verdict: verdictOf([...reports.flatMap(report => report.findings), ...group]) };
}

function groupFindings(reports: readonly VerificationReport[]): readonly Finding[] {
  const groups = new Map<string, VerificationReport[]>();
  for (const report of reports) {
    const id = report.summary.groupId;
    if (id !== undefined) groups.set(id, [...(groups.get(id) ?? []), report]);
  }
  return [...groups].flatMap(([id, members]) => checkGroup(id, members));
}

/** Highest number of a missing volume that is named. */
const mostNamed = 100;

function checkGroup(id: string, members: readonly VerificationReport[]): readonly Finding[] {
  const volumes = Math.max(...members.map(member => member.summary.volumes ?? 1));
  // The number may come from a hostile file, so only the first missing volumes are named and the rest counted.
  const named = Math.min(volumes, mostNamed);
  const findings: Finding[] = [];
  for (let volume = 1; volume <= named; volume++) {
    const count = members.filter(member => member.summary.volume === volume).length;
    if (count === 0)
      findings.push(
        missing('group.volume.missing', id, `Volume ${volume} of ${volumes} is not among the files.`),
      );
    if (count > 1)
      findings.push(
        altered('group.volume.duplicate', id, `Volume ${volume} of ${volumes} is here ${count} times.`),
      );
  }
  const rest = volumes - named;
  if (rest > 0) {
    const beyond = new Set(
      members.map(({ summary }) => summary.volume ?? 0).filter(volume => volume > named),
    );
    const absent = rest - beyond.size;
    if (absent > 0)
      findings.push(
        missing('group.volume.missing', id, `${absent} more of ${volumes} volumes are not among the files.`),
      );
  }
  const facts = new Set(members.map(({ summary }) => JSON.stringify(sharedFacts(summary))));
  if (facts.size > 1)
    findings.push(
      altered('group.record.mismatch', id, 'The volumes do not belong to one and the same export.'),
    );
  if (findings.length > 0) return findings;
  return [
    held(
      'group.volumes.complete',
      id,
      volumes === 1 ? 'It is one file.' : `All ${volumes} volumes are here.`,
    ),
  ];
}

function sharedFacts(summary: VerificationReport['summary']): readonly unknown[] {
  const { exportedAt, volumes, custodyHead, signerFingerprint, title, exportSha256 } = summary;
  return [exportedAt, volumes, custodyHead, signerFingerprint, title, exportSha256];
}
