import type { VerificationReport } from '../model/finding.ts';
import type { BundleSource } from './source.ts';
import type { VerifyOptions } from './verify-options.ts';

/** Checks one bundle. */
export async function verifyBundle(
  source: BundleSource,
  options: VerifyOptions,
): Promise<VerificationReport> {
  void options;
  throw new Error(`not written: ${source.name}`);
}
