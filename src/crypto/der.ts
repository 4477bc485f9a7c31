import * as asn1js from 'asn1js';
import { AlgorithmIdentifier, createCMSECDSASignature, createECDSASignatureFromCMS, Time } from 'pkijs';
import { equalBytes, unshared } from './bytes.ts';

/** Object identifiers with their sources. */
export const oid = {
  /** RFC 5652, 4 */ data: '1.2.840.113549.1.7.1',
  /** RFC 5652, 5.1 */ signedData: '1.2.840.113549.1.7.2',
  /** RFC 5652, 11.1 */ contentType: '1.2.840.113549.1.9.3',
  /** RFC 5652, 11.2 */ messageDigest: '1.2.840.113549.1.9.4',
  /** RFC 5652, 11.3 */ signingTime: '1.2.840.113549.1.9.5',
  /** RFC 5035, 3 */ signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  /** RFC 5754, 2.2 */ sha256: '2.16.840.1.101.3.4.2.1',
  /** RFC 5758, 3.2 */ ecdsaWithSha256: '1.2.840.10045.4.3.2',
  /** RFC 5280, A.1 */ commonName: '2.5.4.3',
  /** RFC 5280, 4.2.1.2 */ subjectKeyIdentifier: '2.5.29.14',
  /** RFC 5280, 4.2.1.3 */ keyUsage: '2.5.29.15',
  /** RFC 5280, 4.2.1.9 */ basicConstraints: '2.5.29.19',
  /** RFC 5280, 4.2.1.10 */ nameConstraints: '2.5.29.30',
  /** RFC 5280, 4.2.1.1 */ authorityKeyIdentifier: '2.5.29.35',
  /** RFC 5280, 4.2.1.12 */ extendedKeyUsage: '2.5.29.37',
  /** RFC 5280, 4.2.1.12 */ timeStamping: '1.3.6.1.5.5.7.3.8',
  /** RFC 5280, A.1 */ organization: '2.5.4.10',
  /** RFC 5280, A.1 */ serialNumber: '2.5.4.5',
  /** RFC 5280, 4.2.1.12 */ anyExtendedKeyUsage: '2.5.29.37.0',
  /** RFC 5280, 4.2.1.12 */ clientAuth: '1.3.6.1.5.5.7.3.2',
  /** RFC 5280, 4.2.1.12 */ emailProtection: '1.3.6.1.5.5.7.3.4',
  /** RFC 9336, 3 */ documentSigning: '1.3.6.1.5.5.7.3.36',
  /** Microsoft, “Document Signing” */ microsoftDocumentSigning: '1.3.6.1.4.1.311.10.3.12',
  /** Adobe, “Authentic Documents Trust” */ adobeDocuments: '1.2.840.113583.1.1.5',
  /** RFC 8017, A.2.4 */ md5WithRsa: '1.2.840.113549.1.1.4',
  /** RFC 8017, A.2.4 */ md2WithRsa: '1.2.840.113549.1.1.2',
  /** RFC 8017, A.2.4 */ sha1WithRsa: '1.2.840.113549.1.1.5',
  /** OIW, sha1WithRSASignature */ sha1WithRsaOfOiw: '1.3.14.3.2.29',
  /** RFC 3279, 2.2.3 */ ecdsaWithSha1: '1.2.840.10045.4.1',
  /** RFC 3279, 2.2.2 */ dsaWithSha1: '1.2.840.10040.4.3',
  /** RFC 5280, 4.2.1.6 */ subjectAlternativeName: '2.5.29.17',
  /** RFC 5280, 4.2.1.13 */ revocationLists: '2.5.29.31',
  /** RFC 5280, 5.2.5 */ issuingDistributionPoint: '2.5.29.28',
  /** RFC 5280, 5.2.4 */ deltaRevocationList: '2.5.29.27',
  /** RFC 5280, 5.3.1 */ revocationReason: '2.5.29.21',
  /** RFC 5280, 4.2.1.4 */ policies: '2.5.29.32',
  /** RFC 2634, 5.4 */ signingCertificate: '1.2.840.113549.1.9.16.2.12',
  /** RFC 3161, A */ timeStampToken: '1.2.840.113549.1.9.16.2.14',
  /** RFC 3161, 2.4.2 */ timeStampInfo: '1.2.840.113549.1.9.16.1.4',
  /** RFC 5754, 2.3 */ sha384: '2.16.840.1.101.3.4.2.2',
  /** RFC 5754, 2.4 */ sha512: '2.16.840.1.101.3.4.2.3',
  /** RFC 3370, 2.1 */ sha1: '1.3.14.3.2.26',
  /** RFC 8017, A.1 */ rsaEncryption: '1.2.840.113549.1.1.1',
  /** RFC 8017, A.2.3 */ rsaPss: '1.2.840.113549.1.1.10',
  /** RFC 8017, A.2.4 */ sha256WithRsa: '1.2.840.113549.1.1.11',
  /** RFC 8017, A.2.4 */ sha384WithRsa: '1.2.840.113549.1.1.12',
  /** RFC 8017, A.2.4 */ sha512WithRsa: '1.2.840.113549.1.1.13',
  /** RFC 8017, A.2.1 */ mgf1: '1.2.840.113549.1.1.8',
  /** RFC 5758, 3.2 */ ecdsaWithSha384: '1.2.840.10045.4.3.3',
  /** RFC 5758, 3.2 */ ecdsaWithSha512: '1.2.840.10045.4.3.4',
  /** RFC 5480, 2.1.1 */ ecPublicKey: '1.2.840.10045.2.1',
  /** RFC 5480, 2.1.1.1 */ p256: '1.2.840.10045.3.1.7',
  /** RFC 5480, 2.1.1.1 */ p384: '1.3.132.0.34',
} as const;

/** ECDSA on P-256 as WebCrypto names it, for keys and for signatures over SHA-256. */
export const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** The curves used for signing, as WebCrypto names them. */
export type Curve = 'P-256' | 'P-384';

/** Length in bytes of r and of s on each curve. */
export const coordinateLengths: Readonly<Record<Curve, number>> = { 'P-256': 32, 'P-384': 48 };

/** SHA-256, parameters absent (RFC 5754, 2). */
export function sha256Identifier(): AlgorithmIdentifier {
  return new AlgorithmIdentifier({ algorithmId: oid.sha256 });
}

/** ECDSA with SHA-256, parameters absent (RFC 5758, 3.2). */
export function ecdsaIdentifier(): AlgorithmIdentifier {
  return new AlgorithmIdentifier({ algorithmId: oid.ecdsaWithSha256 });
}

/** The one ASN.1 value that the bytes hold. Throws when they are not ASN.1 or when any byte is left over. */
export function parseAsn1(bytes: Uint8Array): asn1js.AsnType {
  const { offset, result } = asn1js.fromBER(unshared(bytes));
  if (offset !== bytes.length || result.error !== '') throw new Error('not one ASN.1 value');
  return result;
}

/** The value's encoding. */
export function toDer(value: { toBER(): ArrayBuffer }): Uint8Array<ArrayBuffer> {
  return new Uint8Array(value.toBER());
}

/** From r ‖ s, as WebCrypto signs, to DER (RFC 3279, 2.2.3). Throws on a signature of another curve's length. */
export function signatureToDer(raw: ArrayBuffer, curve: Curve = 'P-256'): Uint8Array<ArrayBuffer> {
  if (raw.byteLength !== 2 * coordinateLengths[curve]) throw new Error(`not an ECDSA ${curve} signature`);
  return new Uint8Array(createCMSECDSASignature(raw));
}

/** Inverts {@link signatureToDer}. Throws on anything that it does not write. */
export function signatureFromDer(der: Uint8Array, curve: Curve = 'P-256'): Uint8Array<ArrayBuffer> {
  const raw = new Uint8Array(createECDSASignatureFromCMS(parseAsn1(der), coordinateLengths[curve]));
  if (!equalBytes(signatureToDer(raw.buffer, curve), der))
    throw new Error(`not an ECDSA ${curve} signature in DER`);
  return raw;
}

/** A moment in whole seconds: UTCTime from 1950 to 2049, otherwise GeneralizedTime (RFC 5280, 4.1.2.5). */
export function toTime(at: Date): Time {
  const year = at.getUTCFullYear();
  const value = new Date(Math.floor(at.getTime() / 1000) * 1000);
  return new Time({ type: year >= 1950 && year < 2050 ? 0 : 1, value });
}
