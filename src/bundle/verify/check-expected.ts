import type { Finding, VerificationReport } from '../../model/finding.ts';
import { altered, held, missing } from '../findings.ts';
import { bundlePaths } from '../layout.ts';

/** What a reader knows from another source and wants compared. Digests are 64 lower-case hexadecimal digits. */
export interface Expectations {
  /** Fingerprints of certificates; one of them must have sealed each file. Empty: not compared. */
  readonly signers: readonly string[];
  /** SHA-256 of whole files: each file must match one, and each one a file. Empty: not compared. */
  readonly digests: readonly string[];
  /** Whether each file needs a time-stamp over a seal under a root that the reader trusts. */
  readonly timeStamp: boolean;
}

const seals: ReadonlySet<string> = new Set([
  bundlePaths.tagManifestTimeStamp,
  bundlePaths.secondTimeStamp,
  bundlePaths.tagManifestSignature,
  bundlePaths.asicSignature,
]);

/** Compares the findings on one file and its SHA-256 with the expectations. */
export function expectationFindings(
  report: VerificationReport,
  { signers, digests, timeStamp }: Expectations,
): readonly Finding[] {
  return [
    ...(digests.length > 0 ? [digestFinding(report, digests)] : []),
    ...(signers.length > 0 ? [signerFinding(report, signers)] : []),
    ...(timeStamp ? [timeStampFinding(report)] : []),
  ];
}

/** The expected digests that match none of the files. */
export function missingDigests(
  reports: readonly VerificationReport[],
  { digests }: Expectations,
): readonly Finding[] {
  const found = new Set(reports.map(({ sha256 }) => sha256));
  return [...new Set(digests)]
    .filter(digest => !found.has(digest))
    .map(digest => missing('expected.sha256.missing', digest, 'None of the files has this SHA-256.'));
}

function digestFinding({ file, sha256 }: VerificationReport, digests: readonly string[]): Finding {
  return sha256 !== undefined && digests.includes(sha256)
    ? held('expected.sha256.match', file, 'The file has the SHA-256 that you gave.')
    : altered('expected.sha256.mismatch', file, 'The file does not have the SHA-256 that you gave.');
}

function signerFinding({ summary }: VerificationReport, signers: readonly string[]): Finding {
  const { signerFingerprint: own } = summary;
  return own !== undefined && signers.includes(own)
    ? held('expected.signer.match', bundlePaths.certificate, 'The key that you named sealed this file.')
    : altered(
        'expected.signer.mismatch',
        bundlePaths.certificate,
        'The key that you named did not seal this file. Its certificate has another fingerprint.',
      );
}

function timeStampFinding({ findings }: VerificationReport): Finding {
  const subject = bundlePaths.tagManifestTimeStamp;
  const ofSeals = findings.filter(
    ({ code, subject: of }) => code.startsWith('time-stamp.moment.') && seals.has(of),
  );
  if (ofSeals.some(({ code }) => code === 'time-stamp.moment.vouched'))
    return held('expected.time-stamp.match', subject, 'An authority that you trust says when this existed.');
  return ofSeals.length === 0
    ? missing(
        'expected.time-stamp.missing',
        subject,
        'You asked for a time-stamp, and none that holds is here.',
      )
    : missing(
        'expected.time-stamp.not-vouched',
        subject,
        'You asked for a time-stamp. None here is from an authority that you said you trust.',
      );
}
