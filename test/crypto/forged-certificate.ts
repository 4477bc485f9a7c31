import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  Certificate,
  Extension,
  PublicKeyInfo,
  RelativeDistinguishedNames,
  Time,
} from 'pkijs';
import { certificateFingerprint } from '../../src/crypto/certificates/certificate.ts';
import { oid, parseAsn1, toDer } from '../../src/crypto/der.ts';
import { schemeOf } from '../../src/crypto/signature-scheme.ts';
import { signDetached } from '../../src/crypto/signed-data.ts';
import type { Signer } from '../../src/crypto/signing-key.ts';

/** One part of a name: its type, and its text. */
export type NamePart = readonly [type: string, text: string];

/** What a certificate says that Holdfast would never make. All of it is usual unless told otherwise. */
export interface CertificateWish {
  readonly name?: readonly NamePart[];
  readonly from?: string;
  readonly to?: string;
  readonly extensions?: readonly Extension[];
  readonly keys?: { readonly privateKey: KeyObject; readonly publicKey: KeyObject };
  readonly digest?: 'sha256' | 'sha1' | 'md5';
  /** Who issued it: its name, the key that signs, and the certificates that go along with it. */
  readonly issuer?: {
    readonly name: readonly NamePart[];
    readonly privateKey: KeyObject;
    readonly chain?: readonly Uint8Array<ArrayBuffer>[];
  };
}

/** Object identifiers that only forgeries need. */
export const purposes = {
  serverAuth: '1.3.6.1.5.5.7.3.1',
  codeSigning: '1.3.6.1.5.5.7.3.3',
  ocspSigning: '1.3.6.1.5.5.7.3.9',
} as const;

const algorithms: Readonly<Record<string, string>> = {
  'ec sha256': oid.ecdsaWithSha256,
  'ec sha1': oid.ecdsaWithSha1,
  'rsa sha256': oid.sha256WithRsa,
  'rsa sha1': oid.sha1WithRsa,
  'rsa md5': oid.md5WithRsa,
};

/** A new ECDSA P-256 key, or an RSA key with this exponent. */
export function keyPair(exponent?: number) {
  return exponent === undefined
    ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
    : generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: exponent });
}

/** KeyUsage, critical, with these bits of its first byte. */
export function keyUsage(bits: number): Extension {
  return extension(oid.keyUsage, true, new asn1js.BitString({ valueHex: Uint8Array.of(bits) }));
}

/** ExtKeyUsage with these purposes. */
export function extendedKeyUsage(critical: boolean, ...types: readonly string[]): Extension {
  const value = types.map(type => new asn1js.ObjectIdentifier({ value: type }));
  return extension(oid.extendedKeyUsage, critical, new asn1js.Sequence({ value }));
}

/** BasicConstraints, critical, of an authority. */
export function authority(): Extension {
  const value = new asn1js.Sequence({ value: [new asn1js.Boolean({ value: true })] });
  return extension(oid.basicConstraints, true, value);
}

/** Any extension at all. */
export function extension(extnID: string, critical: boolean, value: asn1js.BaseBlock): Extension {
  return new Extension({ extnID, critical, extnValue: value.toBER() });
}

/** A certificate in DER as wished, with the key that it belongs to. */
export function forgedCertificate(wish: CertificateWish = {}) {
  const {
    name = [[oid.commonName, 'A. B. Carter']],
    extensions = [],
    keys = keyPair(),
    digest = 'sha256',
  } = wish;
  const signingKey = wish.issuer?.privateKey ?? keys.privateKey;
  const algorithmId = algorithms[`${signingKey.asymmetricKeyType} ${digest}`];
  if (algorithmId === undefined) throw new Error('no such way to sign');
  const algorithm = () =>
    new AlgorithmIdentifier({
      algorithmId,
      ...(signingKey.asymmetricKeyType === 'rsa' ? { algorithmParams: new asn1js.Null() } : {}),
    });
  const certificate = new Certificate({
    version: 2,
    serialNumber: new asn1js.Integer({ valueHex: Uint8Array.of(1, ...randomBytes(15)) }),
    signature: algorithm(),
    notBefore: time(wish.from ?? '2026-01-01T00:00:00Z'),
    notAfter: time(wish.to ?? '2035-12-31T23:59:59Z'),
  });
  certificate.subject = distinguishedName(name);
  certificate.issuer = distinguishedName(wish.issuer?.name ?? name);
  const spki = keys.publicKey.export({ type: 'spki', format: 'der' });
  certificate.subjectPublicKeyInfo = new PublicKeyInfo({ schema: parseAsn1(new Uint8Array(spki)) });
  if (extensions.length > 0) certificate.extensions = [...extensions];
  const tbs = toDer(certificate.encodeTBS());
  certificate.tbsView = tbs;
  certificate.signatureAlgorithm = algorithm();
  const signature = new Uint8Array(sign(digest, tbs, signingKey));
  certificate.signatureValue = new asn1js.BitString({ valueHex: signature });
  return { certificate: toDer(certificate.toSchema()), ...keys };
}

/** Signs as a signer of Holdfast's does, with a certificate as wished. */
export async function forgedSigner(wish: CertificateWish = {}): Promise<Signer> {
  const { certificate, privateKey } = forgedCertificate(wish);
  return signerWith(certificate, privateKey, wish.issuer?.chain ?? []);
}

/** The same with any certificate at all beside the key. */
export async function signerWith(
  certificate: Uint8Array<ArrayBuffer>,
  key: KeyObject,
  chain: readonly Uint8Array<ArrayBuffer>[] = [],
): Promise<Signer> {
  const spki = new PublicKeyInfo({
    schema: new Certificate({ schema: parseAsn1(certificate) }).subjectPublicKeyInfo.toSchema(),
  });
  const pkcs8 = new Uint8Array(
    createPrivateKey(key.export({ type: 'pkcs8', format: 'pem' })).export({ type: 'pkcs8', format: 'der' }),
  );
  const privateKey = await schemeOf(spki).importPrivate(pkcs8);
  return {
    certificate,
    chain,
    fingerprint: await certificateFingerprint(certificate),
    name: 'forged',
    issuer: undefined,
    sign: (content, at) => signDetached({ certificate, chain, privateKey, content, at }),
  };
}

function distinguishedName(name: readonly NamePart[]): RelativeDistinguishedNames {
  const sets = name.map(([type, value]) => {
    const part = new AttributeTypeAndValue({ type, value: new asn1js.Utf8String({ value }) });
    return new asn1js.Set({ value: [part.toSchema()] });
  });
  return new RelativeDistinguishedNames({
    schema: parseAsn1(toDer(new asn1js.Sequence({ value: sets }))),
  });
}

function time(at: string): Time {
  const value = new Date(at);
  return new Time({ type: value.getUTCFullYear() < 2050 ? 0 : 1, value });
}
