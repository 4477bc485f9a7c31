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
 * Why a certificate is not one for a seal. `usage`: its key may not sign data · `purpose`: it is for something else
 * only · `condition`: it states one that must be understood and is not · `digest`: it is itself signed over a digest
 * that is out of date · `exponent`: its RSA key has an exponent that is not a usual one.
 */
export type Unfitness = 'usage' | 'purpose' | 'condition' | 'digest' | 'exponent';

/** What may be said of a certificate that is fit. `purpose`: it is for neither mail nor documents. `authority`: it may issue others. */
export type Peculiarity = 'purpose' | 'authority';

/** Purposes for which what is signed is mail or a document. */
const signingPurposes: ReadonlySet<string> = new Set([
  oid.emailProtection,
  oid.documentSigning,
  oid.microsoftDocumentSigning,
  oid.adobeDocuments,
  oid.anyExtendedKeyUsage,
]);

/** What openssl understands when it is critical (crypto/x509/v3_purp.c); of the rest it says “unhandled critical extension”. */
const understood: ReadonlySet<string> = new Set([
  oid.basicConstraints,
  oid.keyUsage,
  oid.extendedKeyUsage,
  oid.subjectAlternativeName,
  oid.nameConstraints,
  oid.policies,
  oid.revocationLists,
]);

/** Digests under which two different certificates with one signature can be made, or soon. */
const weakAlgorithms: ReadonlySet<string> = new Set([
  oid.md2WithRsa,
  oid.md5WithRsa,
  oid.sha1WithRsa,
  oid.sha1WithRsaOfOiw,
  oid.ecdsaWithSha1,
  oid.dsaWithSha1,
]);

/**
 * All that keeps the certificate from being one for a seal, as openssl and NIST have it: empty when it is fit. One that
 * its own key signed must allow mail where it names purposes, as `openssl cms -verify` wants; one that
 * somebody else issued must allow to sign, or to be who one is. `issuers` are the certificates that came along.
 */
export function unfitness(
  certificate: HeldCertificate,
  issuers: readonly HeldCertificate[] = [],
): readonly Unfitness[] {
  const found: Unfitness[] = [];
  if (!maySign(certificate)) found.push('usage');
  if (!hasFitPurpose(certificate)) found.push('purpose');
  if (hasUnknownExtension(certificate)) found.push('condition');
  // Nobody looks at the signature of a root over itself.
  const signed = [certificate, ...issuers.filter(each => !isSelfIssued(each))];
  if (signed.some(isSignedWeakly)) found.push('digest');
  if (!hasUsualExponent(certificate)) found.push('exponent');
  return found;
}

/** Whether nothing keeps a certificate, in DER with those of its issuers, from being one for a seal. Throws when one is none. */
export function isFitForSeals(certificate: Uint8Array, issuers: readonly Uint8Array[]): boolean {
  return unfitness(holdCertificate(certificate), issuers.map(holdCertificate)).length === 0;
}

/** What is unusual in a certificate that may be fit all the same. */
export function peculiarities(certificate: HeldCertificate): readonly Peculiarity[] {
  const purposes = purposesOf(certificate);
  const found: Peculiarity[] = [];
  if (purposes !== undefined && !purposes.some(each => signingPurposes.has(each))) found.push('purpose');
  if (claimsAuthority(certificate)) found.push('authority');
  return found;
}

/** Whether it is signed over MD2, MD5 or SHA-1. */
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
