import * as asn1js from 'asn1js';
import {
  Attribute,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { compareBytes, equalBytes, unshared } from './bytes.ts';
import { parseCertificate } from './certificates/certificate.ts';
import { oid, parseAsn1, sha256Identifier, toDer, toTime } from './der.ts';
import { schemeOf } from './signature-scheme.ts';

const CONTEXT_SPECIFIC = 3; // tag class number in asn1js

/** The values of the signed attributes. The digests are SHA-256, 32 bytes. */
export interface SignedFacts {
  readonly contentDigest: Uint8Array;
  readonly certificateDigest: Uint8Array;
  readonly signingTime: Date;
}

/** The bytes that the signature covers: the attributes as a SET OF with its universal tag (RFC 5652, 5.4). */
export function signedBytes(facts: SignedFacts): Uint8Array<ArrayBuffer> {
  return toDer(new asn1js.Set({ value: signedAttributes(facts).map(attribute => attribute.toSchema()) }));
}

/** The parts of a CMS that Holdfast writes. Nothing in the result of {@link decodeSignedData} has been checked. */
export interface SignedParts {
  readonly facts: SignedFacts;
  /** The signer's certificate, byte for byte. */
  readonly certificate: Uint8Array;
  readonly signature: Uint8Array;
  /** The issuers' certificates, byte for byte, in any order. Absent means none. */
  readonly chain?: readonly Uint8Array[];
  /** A time-stamp token over the signature, byte for byte: makes it CAdES-T (ETSI EN 319 122-1, 5.3). */
  readonly timeStampToken?: Uint8Array;
}

/** The whole CMS around a signature, in DER. Equal parts always give equal bytes. Throws when a part is not DER. */
export function encodeSignedData(parts: SignedParts): Uint8Array<ArrayBuffer> {
  const { facts, signature, chain = [], timeStampToken } = parts;
  const certificate = parseCertificate(parts.certificate);
  const signerInfo = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
    digestAlgorithm: sha256Identifier(),
    signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes: signedAttributes(facts) }),
    signatureAlgorithm: schemeOf(certificate.subjectPublicKeyInfo).identifier(),
    signature: new asn1js.OctetString({ valueHex: unshared(signature) }),
    ...(timeStampToken === undefined ? {} : { unsignedAttrs: unsignedAttributes(timeStampToken) }),
  });
  const signedData = new SignedData({
    version: 1,
    digestAlgorithms: [sha256Identifier()],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oid.data }),
    // A SET OF too, see {@link signedAttributes}.
    certificates: [parts.certificate, ...chain].toSorted(compareBytes).map(parseCertificate),
    signerInfos: [signerInfo],
  });
  const content = signedData.toSchema();
  return toDer(new ContentInfo({ contentType: oid.signedData, content }).toSchema());
}

/** Splits a CMS that {@link encodeSignedData} wrote. Throws when a part is missing. */
export function decodeSignedData(cms: Uint8Array): SignedParts {
  const { content } = new ContentInfo({ schema: parseAsn1(cms) });
  const certificates = embeddedCertificates(content);
  const [signerInfo] = new SignedData({ schema: content }).signerInfos;
  const certificate = namedCertificate(certificates, signerInfo?.sid);
  const attributes = signerInfo?.signedAttrs?.attributes ?? [];
  const token = signerInfo?.unsignedAttrs?.attributes.find(each => each.type === oid.timeStampToken)
    ?.values[0];
  const firstValue = (type: string): unknown =>
    attributes.find(attribute => attribute.type === type)?.values[0];
  const [certificateId] = members(members(firstValue(oid.signingCertificateV2))[0]);
  return {
    facts: {
      contentDigest: octetsOf(firstValue(oid.messageDigest)),
      certificateDigest: octetsOf(members(certificateId)[0]),
      signingTime: dateOf(firstValue(oid.signingTime)),
    },
    certificate,
    signature: octetsOf(signerInfo?.signature),
    ...(certificates.length > 1 ? { chain: certificates.filter(each => each !== certificate) } : {}),
    ...(token instanceof asn1js.BaseBlock ? { timeStampToken: token.valueBeforeDecodeView.slice() } : {}),
  };
}

/** The only unsigned attribute: id-aa-signatureTimeStampToken (RFC 3161, A), with the token unchanged. */
function unsignedAttributes(token: Uint8Array): SignedAndUnsignedAttributes {
  const value = parseAsn1(token);
  if (!equalBytes(toDer(value), token)) throw new Error('token is not in DER');
  return new SignedAndUnsignedAttributes({
    type: 1,
    attributes: [new Attribute({ type: oid.timeStampToken, values: [value] })],
  });
}

// DER orders the members of a SET OF by their encodings (X.690, 11.6), which pkijs does not do.
function signedAttributes(facts: SignedFacts): Attribute[] {
  // SigningCertificateV2 ::= SEQUENCE { certs SEQUENCE OF ESSCertIDv2 }. hashAlgorithm is omitted, as DER requires for
  // its default SHA-256 (RFC 5035, 4).
  const certificateId = new asn1js.Sequence({ value: [octets(facts.certificateDigest)] });
  const signingCertificate = new asn1js.Sequence({
    value: [new asn1js.Sequence({ value: [certificateId] })],
  });
  return [
    new Attribute({ type: oid.contentType, values: [new asn1js.ObjectIdentifier({ value: oid.data })] }),
    new Attribute({ type: oid.messageDigest, values: [octets(facts.contentDigest)] }),
    new Attribute({ type: oid.signingTime, values: [toTime(facts.signingTime).toSchema()] }),
    new Attribute({ type: oid.signingCertificateV2, values: [signingCertificate] }),
  ].toSorted((one, other) => compareBytes(toDer(one.toSchema()), toDer(other.toSchema())));
}

function octets(bytes: Uint8Array): asn1js.OctetString {
  return new asn1js.OctetString({ valueHex: unshared(bytes) });
}

// Read before pkijs, which does not keep the original bytes: SignedData.certificates is [0] IMPLICIT.
function embeddedCertificates(content: unknown): readonly Uint8Array[] {
  const certificates = members(content).find(
    ({ idBlock }) => idBlock.tagClass === CONTEXT_SPECIFIC && idBlock.tagNumber === 0,
  );
  return members(certificates).map(certificate => certificate.valueBeforeDecodeView.slice());
}

/** The certificate that the signer names; a single one under any name, so that a wrong name is a wrong form. */
function namedCertificate(certificates: readonly Uint8Array[], sid: unknown): Uint8Array {
  const isNamed = (der: Uint8Array): boolean => {
    const { issuer, serialNumber } = parseCertificate(der);
    const name = new IssuerAndSerialNumber({ issuer, serialNumber });
    return sid instanceof IssuerAndSerialNumber && equalBytes(toDer(name.toSchema()), toDer(sid.toSchema()));
  };
  const found = certificates.length === 1 ? certificates[0] : certificates.find(isNamed);
  if (found === undefined) throw new Error('no certificate inside');
  return found;
}

function members(value: unknown): readonly asn1js.BaseBlock[] {
  if (!(value instanceof asn1js.Constructed)) throw new Error('not a constructed value');
  return value.valueBlock.value;
}

function octetsOf(value: unknown): Uint8Array {
  if (!(value instanceof asn1js.OctetString)) throw new Error('not an OCTET STRING');
  return value.valueBlock.valueHexView;
}

function dateOf(value: unknown): Date {
  if (!(value instanceof asn1js.UTCTime)) throw new Error('not a time');
  return value.toDate();
}
