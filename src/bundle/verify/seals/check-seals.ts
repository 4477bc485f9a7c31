import { certificateFingerprint, readCertificate } from '../../../crypto/certificates/certificate.ts';
import {
  certificatesFromPem,
  type SignerCertificates,
} from '../../../crypto/certificates/signer-certificates.ts';
import { type SignatureCheck, verifyDetached } from '../../../crypto/signed-data.ts';
import type { Finding } from '../../../model/finding.ts';
import { sealCodes } from '../../../model/finding-codes/seals.ts';
import { altered, held, missing, noted } from '../../findings.ts';
import { bundlePaths } from '../../layout.ts';
import type { BundleContents } from '../contents.ts';
import type { SigningTimes } from '../time-stamps/check-signing-times.ts';
import { certificateFindings } from './check-certificate.ts';

/** The result of checking the seals. `fingerprint` is the certificate's; absent when none can be read. */
export interface SealCheck {
  readonly findings: readonly Finding[];
  readonly fingerprint?: string;
  /** The beginning of the certificate's term. */
  readonly notBefore?: Date;
  /** Of the seals whose signature holds. */
  readonly signingTimes: SigningTimes;
  /** The issuer that the certificate names; absent when Holdfast made it with its key. */
  readonly issuer?: string;
}

/** Each signature with the file that it seals. */
const seals = [
  { signature: bundlePaths.tagManifestSignature, content: bundlePaths.tagManifest },
  { signature: bundlePaths.asicSignature, content: bundlePaths.asicManifest },
] as const;

/**
 * Checks the certificate and both signatures, which must be by its key. The fingerprint is a notice, never a success:
 * anyone can make a key, so it must be compared with the one recorded at the export.
 */
export async function checkSeals(contents: BundleContents): Promise<SealCheck> {
  const certificates = await openCertificates(contents);
  if (certificates === undefined) {
    const isThere = contents.files.has(bundlePaths.certificate);
    const detail = 'The certificate cannot be read, so neither seal can be checked.';
    const finding = (isThere ? altered : missing)(
      'signer.certificate.unreadable',
      bundlePaths.certificate,
      detail,
    );
    return { findings: [finding], signingTimes: new Map() };
  }
  const { certificate } = certificates;
  const fingerprint = await certificateFingerprint(certificate);
  const findings: Finding[] = [
    held('signer.certificate.readable', bundlePaths.certificate, describe(certificate)),
    noted(
      'signer.certificate.fingerprint',
      bundlePaths.certificate,
      `${fingerprint} — compare it with the fingerprint that was written down when the bundle was made. Another fingerprint means that another key sealed this file.`,
    ),
  ];
  const signingTimes = new Map<string, Date>();
  for (const seal of seals) {
    const checked = await checkSeal(contents, seal, certificates);
    findings.push(...checked.findings);
    if (checked.signingTime !== undefined) signingTimes.set(seal.signature, checked.signingTime);
  }
  findings.push(...(await certificateFindings(certificates, [...signingTimes.values()])));
  const { issuer, isSelfIssued, notBefore } = readCertificate(certificate);
  return { findings, fingerprint, notBefore, signingTimes, ...(isSelfIssued ? {} : { issuer }) };
}

async function openCertificates(contents: BundleContents): Promise<SignerCertificates | undefined> {
  const text = await contents.readText(bundlePaths.certificate);
  if (text === undefined) return undefined;
  try {
    const certificates = certificatesFromPem(text);
    readCertificate(certificates.certificate);
    return certificates;
  } catch {
    return undefined;
  }
}

function describe(certificate: Uint8Array): string {
  const { notBefore } = readCertificate(certificate);
  return `The certificate can be read. It says that it was made on ${notBefore.toISOString().slice(0, 10)}.`;
}

/** The findings on one seal, and its signing time where the signature holds. */
interface SealFindings {
  readonly findings: readonly Finding[];
  readonly signingTime?: Date | undefined;
}

async function checkSeal(
  contents: BundleContents,
  seal: (typeof seals)[number],
  { certificate, chain }: SignerCertificates,
): Promise<SealFindings> {
  const signature = await contents.read(seal.signature);
  const content = await contents.read(seal.content);
  if (signature === undefined || content === undefined)
    return {
      findings: [
        missing('signature.file.missing', seal.signature, 'The seal, or the file it seals, is not here.'),
      ],
    };
  const checks = await verifyDetached(signature, content, certificate, chain);
  const findings = checks.map(check => toFinding(seal.signature, check));
  return { findings, signingTime: checks.find(check => check.signingTime !== undefined)?.signingTime };
}

function toFinding(path: string, check: SignatureCheck): Finding {
  const [good, bad] = [`signature.${check.aspect}.held`, `signature.${check.aspect}.failed`] as const;
  return check.held ? held(good, path, sealCodes[good].success) : altered(bad, path, sealCodes[bad].failure);
}
