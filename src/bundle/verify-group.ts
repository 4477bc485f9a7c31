import type { Finding, Verdict, VerificationReport } from '../model/finding.ts';
import type { BundleSource } from './source.ts';
import type { VerifyOptions } from './verify-options.ts';

/** Files checked together: one report for each, in their order, and what concerns them as volumes of one case. */
export interface GroupReport {
  readonly reports: readonly VerificationReport[];
  /** Whether every volume of every group is here, once. `subject` is the group's identifier. */
  readonly group: readonly Finding[];
  /** The worst of all. */
  readonly verdict: Verdict;
}

/** Checks several files, and that no volume is missing. */
export async function verifyBundles(
  sources: readonly BundleSource[],
  options: VerifyOptions,
): Promise<GroupReport> {
  void options;
  throw new Error(`not written: ${sources.length}`);
}
