import * as asn1js from 'asn1js';
import { RSASSAPSSParams } from 'pkijs';
import { oid, parseAsn1 } from '../der.ts';
import { digestNameOf } from '../signature-algorithms.ts';
import {
  claimsAuthority,
  type HeldCertificate,
  holdCertificate,
  isSelfIssued,
  maySign,
  purposesOf,
} from './held-certificate.ts';

/**
 * Why a certificate is unfit for sealing. `usage`: its key may not sign data · `purpose`: its extended key usage
 * excludes signing · `condition`: it has an unknown critical extension · `digest`: it or an issuer is signed over an
 * outdated digest · `exponent`: its RSA key has an unusual exponent.
 */
export type Unfitness = 'usage' | 'purpose' | 'condition' | 'digest' | 'exponent';

/** `purpose`: it names purposes, but neither mail nor documents. `authority`: it may issue other certificates. */
export type Peculiarity = 'purpose' | 'authority';

/** Purposes that cover signing mail or documents. */
const signingPurposes: ReadonlySet<string> = new Set([
  oid.emailProtection,
  oid.documentSigning,
  oid.microsoftDocumentSigning,
  oid.adobeDocuments,
  oid.anyExtendedKeyUsage,
]);

/** Critical extensions that openssl handles (crypto/x509/v3_purp.c); any other is an “unhandled critical extension”. */
const understood: ReadonlySet<string> = new Set([
  oid.basicConstraints,
  oid.keyUsage,
  oid.extendedKeyUsage,
  oid.subjectAlternativeName,
  oid.nameConstraints,
  oid.policies,
  oid.revocationLists,
]);

/** Algorithms over digests for which collisions are known or expected soon. */
const weakAlgorithms: ReadonlySet<string> = new Set([
  oid.md2WithRsa,
  oid.md5WithRsa,
  oid.sha1WithRsa,
  oid.sha1WithRsaOfOiw,
  oid.ecdsaWithSha1,
  oid.dsaWithSha1,
]);

/**
 * Every reason why the certificate is unfit for sealing, by the rules of openssl and NIST; empty when it is fit. Where
 * it names purposes, a self-issued one must name mail, as `openssl cms -verify` requires; one from another issuer must
 * name a signing purpose or client authentication. `issuers` are the certificates that came along.
 */
export function unfitness(
  certificate: HeldCertificate,
  issuers: readonly HeldCertificate[] = [],
): readonly Unfitness[] {
  const found: Unfitness[] = [];
  if (!maySign(certificate)) found.push('usage');
  if (!hasFitPurpose(certificate)) found.push('purpose');
  if (hasUnknownExtension(certificate)) found.push('condition');
  // No verifier checks a root's signature over itself.
  const signed = [certificate, ...issuers.filter(each => !isSelfIssued(each))];
  if (signed.some(isSignedWeakly)) found.push('digest');
  if (!hasUsualExponent(certificate)) found.push('exponent');
  return found;
}

/** Whether a certificate (DER) with its issuers is fit for sealing. Throws when one of them is not a certificate. */
export function isFitForSeals(certificate: Uint8Array, issuers: readonly Uint8Array[]): boolean {
  return unfitness(holdCertificate(certificate), issuers.map(holdCertificate)).length === 0;
}

/** What is unusual about a certificate, which may be fit all the same. */
export function peculiarities(certificate: HeldCertificate): readonly Peculiarity[] {
  const purposes = purposesOf(certificate);
  const found: Peculiarity[] = [];
  if (purposes !== undefined && !purposes.some(each => signingPurposes.has(each))) found.push('purpose');
  if (claimsAuthority(certificate)) found.push('authority');
  return found;
}

/** Whether its signature is over MD2, MD5 or SHA-1. */
function isSignedWeakly({ parsed }: HeldCertificate): boolean {
  const { algorithmId, algorithmParams } = parsed.signatureAlgorithm;
  if (algorithmId !== oid.rsaPss) return weakAlgorithms.has(algorithmId);
  try {
    const { hashAlgorithm } = new RSASSAPSSParams({ schema: algorithmParams });
    return digestNameOf(hashAlgorithm.algorithmId) === 'SHA-1';
  } catch {
    return true;
  }
}

function hasFitPurpose(certificate: HeldCertificate): boolean {
  const purposes = purposesOf(certificate);
  if (purposes === undefined) return true;
  if (isSelfIssued(certificate)) return purposes.includes(oid.emailProtection);
  return purposes.some(each => signingPurposes.has(each) || each === oid.clientAuth);
}

function hasUnknownExtension({ parsed }: HeldCertificate): boolean {
  return (parsed.extensions ?? []).some(({ critical, extnID }) => critical && !understood.has(extnID));
}

const LEAST_EXPONENT = 0x1_0001n; // FIPS 186-5, 5.1: odd, above 2^16 and below 2^256
const BEYOND_EXPONENTS = 1n << 256n;

function hasUsualExponent({ parsed }: HeldCertificate): boolean {
  const { algorithm, subjectPublicKey } = parsed.subjectPublicKeyInfo;
  if (algorithm.algorithmId !== oid.rsaEncryption && algorithm.algorithmId !== oid.rsaPss) return true;
  const exponent = exponentIn(subjectPublicKey.valueBlock.valueHexView);
  return (
    exponent !== undefined &&
    exponent >= LEAST_EXPONENT &&
    exponent < BEYOND_EXPONENTS &&
    exponent % 2n === 1n
  );
}

/** RSAPublicKey ::= SEQUENCE { modulus INTEGER, publicExponent INTEGER } (RFC 8017, A.1.1) */
function exponentIn(publicKey: Uint8Array): bigint | undefined {
  try {
    const key = parseAsn1(publicKey.slice());
    const exponent = key instanceof asn1js.Sequence ? key.valueBlock.value[1] : undefined;
    return exponent instanceof asn1js.Integer ? exponent.toBigInt() : undefined;
  } catch {
    return undefined;
  }
}
