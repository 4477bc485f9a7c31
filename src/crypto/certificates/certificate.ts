import * as asn1js from 'asn1js';
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  ExtKeyUsage,
  RelativeDistinguishedNames,
} from 'pkijs';
import { equalBytes, unshared } from '../bytes.ts';
import { ecdsa, ecdsaIdentifier, oid, parseAsn1, signatureToDer, toDer, toTime } from '../der.ts';
import { sha256, sha256Bytes } from '../digest.ts';
import { toHex } from '../hex.ts';
import { type SignatureScheme, schemeOf } from '../signature-scheme.ts';
import { keyNumberOf, neutralName } from './key-name.ts';

/** The parts of a certificate that do not follow from its key. */
export interface CertificateOptions {
  /** 16 random bytes; they are made positive and non-zero (RFC 5280, 4.1.2.2: at most 20 octets). */
  readonly serial: Uint8Array;
  readonly notBefore: Date;
  /** Use {@link commonNameOf} for a name that says nothing about the owner. */
  readonly commonName: string;
}

/**
 * What a certificate states. `serial` is hexadecimal; `subject` and `issuer` are the common name, else the
 * organisation, else empty. `isSelfIssued`: it names itself as its issuer; its signature has not been checked.
 */
export interface CertificateFacts {
  readonly subject: string;
  readonly issuer: string;
  readonly isSelfIssued: boolean;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly serial: string;
}

const HEAD = '-----BEGIN CERTIFICATE-----';
const FOOT = '-----END CERTIFICATE-----';

// A certificate made by Holdfast is under 1 KB, an organisation's about 3 KB.
const LONGEST_PEM = 16_384; // characters

// Long enough to keep one matter under one key; an end date that every program can represent.
const TERM = 10; // years

/**
 * A self-signed X.509 v3 certificate in DER, ECDSA P-256 with SHA-256: an end entity whose key may sign data and commit
 * to it (nonRepudiation), for mail and documents only, valid for ten years. Beside the name it carries the key's number
 * ({@link keyNumberOf}), so that no other key can have exactly the same name. Rejects when the keys are not ECDSA P-256
 * or the private key may not sign.
 */
export async function createCertificate(
  keys: CryptoKeyPair,
  { serial, notBefore, commonName }: CertificateOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const spki = await crypto.subtle.exportKey('spki', keys.publicKey);
  const number = await keyNumberOf(new Uint8Array(spki));
  const certificate = new Certificate({
    version: 2, // v3
    serialNumber: new asn1js.Integer({ valueHex: positive(serial) }),
    signature: ecdsaIdentifier(),
    notBefore: toTime(notBefore),
    notAfter: toTime(endOf(notBefore)),
  });
  certificate.issuer = certificate.subject = distinguishedName([
    [oid.commonName, new asn1js.Utf8String({ value: commonName })],
    [oid.serialNumber, new asn1js.PrintableString({ value: number })],
  ]);
  certificate.subjectPublicKeyInfo.fromSchema(parseAsn1(new Uint8Array(spki)));
  certificate.extensions = await extensions(spki);
  const tbs = toDer(certificate.encodeTBS());
  certificate.tbsView = tbs;
  return withSignature(certificate, await crypto.subtle.sign(ecdsa, keys.privateKey, tbs));
}

/** A name whose parts each have a set of their own; pkijs would put all of them into one set. */
function distinguishedName(
  parts: readonly (readonly [type: string, value: asn1js.BaseStringBlock])[],
): RelativeDistinguishedNames {
  const sets = parts.map(([type, value]) => {
    const part = new AttributeTypeAndValue({ type, value });
    return new asn1js.Set({ value: [part.toSchema()] });
  });
  const schema = parseAsn1(toDer(new asn1js.Sequence({ value: sets })));
  return new RelativeDistinguishedNames({ schema });
}

/** The key's neutral name: `Holdfast signing key ` and 8 digits of the SHA-256 of its public half. */
export async function commonNameOf(publicKey: CryptoKey): Promise<string> {
  return neutralName(await sha256(await crypto.subtle.exportKey('spki', publicKey)));
}

/** SHA-256 of the DER, 64 lower-case hexadecimal digits; the same as `openssl x509 -fingerprint -sha256`. */
export function certificateFingerprint(der: Uint8Array): Promise<string> {
  return sha256(der);
}

/** What the certificate says. Throws when the bytes are not an X.509 certificate with real dates. */
export function readCertificate(der: Uint8Array): CertificateFacts {
  const certificate = parseCertificate(der);
  return {
    subject: nameIn(certificate.subject),
    issuer: nameIn(certificate.issuer),
    isSelfIssued: isSelfIssued(certificate),
    notBefore: realDate(certificate.notBefore.value),
    notAfter: realDate(certificate.notAfter.value),
    serial: toHex(certificate.serialNumber.valueBlock.valueHexView),
  };
}

/** The certificate's structure. Throws when the bytes are not one X.509 certificate and nothing else. */
export function parseCertificate(der: Uint8Array): Certificate {
  return new Certificate({ schema: parseAsn1(der) });
}

/** A certificate whose key can be used. `isSelfSigned`: it is self-issued and its own signature holds. */
export interface OpenedCertificate {
  readonly key: CryptoKey;
  readonly scheme: SignatureScheme;
  readonly isSelfSigned: boolean;
}

/**
 * The certificate's public key. The signature of a self-issued certificate is checked; that of any other is not,
 * because that takes the issuer's key. Rejects when that signature does not hold, when {@link schemeOf} does not know
 * the key's kind, or when the parts outside the signature are not in DER.
 */
export async function openCertificate(der: Uint8Array): Promise<OpenedCertificate> {
  const certificate = parseCertificate(der);
  const scheme = schemeOf(certificate.subjectPublicKeyInfo);
  const spki = toDer(certificate.subjectPublicKeyInfo.toSchema());
  const key = await scheme.importPublic(spki);
  if (!isWrittenInDer(certificate, der)) throw new Error('certificate is not in DER');
  const isSelfSigned = isSelfIssued(certificate);
  if (isSelfSigned && !(await isSignedBy(certificate, key, scheme)))
    throw new Error('certificate is not signed by its own key');
  return { key, scheme, isSelfSigned };
}

async function isSignedBy(certificate: Certificate, key: CryptoKey, scheme: SignatureScheme) {
  const named = toDer(certificate.signatureAlgorithm.toSchema());
  // An imported certificate may be signed over a digest that we do not sign with; pkijs knows those.
  if (!equalBytes(named, toDer(scheme.identifier().toSchema()))) return certificate.verify();
  const signed = unshared(certificate.tbsView.slice());
  return scheme.verify(key, certificate.signatureValue.valueBlock.valueHexView, signed);
}

// The signature covers neither the outer algorithm identifier (RFC 5280, 4.1.1.2) nor its own encoding.
function isWrittenInDer(certificate: Certificate, der: Uint8Array): boolean {
  const { signature, signatureAlgorithm, signatureValue } = certificate;
  return (
    equalBytes(toDer(certificate.toSchema()), der) &&
    equalBytes(toDer(signature.toSchema()), toDer(signatureAlgorithm.toSchema())) &&
    signatureValue.valueBlock.unusedBits === 0
  );
}

function isSelfIssued({ issuer, subject }: Certificate): boolean {
  return equalBytes(toDer(issuer.toSchema()), toDer(subject.toSchema()));
}

function nameIn({ typesAndValues }: Certificate['subject']): string {
  const textOf = (wanted: string): unknown => typesAndValues.find(({ type }) => type === wanted)?.value;
  const value = textOf(oid.commonName) ?? textOf(oid.organization);
  return value instanceof asn1js.BaseStringBlock ? value.getValue() : '';
}

/** `signer.crt`: the certificate as PEM (RFC 7468), 64 characters a line, one line feed at each line's end. */
export function toPem(der: Uint8Array): string {
  const base64 = btoa(Array.from(der, byte => String.fromCharCode(byte)).join(''));
  return [HEAD, ...(base64.match(/.{1,64}/g) ?? []), FOOT, ''].join('\n');
}

/**
 * The DER in a text that {@link toPem} wrote. Throws on any other text, even one that other readers accept, because no
 * signature would cover what differs.
 */
export function fromPem(text: string): Uint8Array<ArrayBuffer> {
  if (text.length > LONGEST_PEM) throw new Error('a PEM certificate of this length does not exist');
  const lines = text.split('\n');
  if (lines[0] !== HEAD) throw new Error('not a PEM certificate');
  const base64 = lines.slice(1, -2).join('');
  const der = Uint8Array.from(atob(base64), character => character.charCodeAt(0));
  if (toPem(der) !== text) throw new Error('not a PEM certificate as Holdfast writes it');
  return der;
}

function withSignature(certificate: Certificate, raw: ArrayBuffer): Uint8Array<ArrayBuffer> {
  certificate.signatureAlgorithm = ecdsaIdentifier();
  certificate.signatureValue = new asn1js.BitString({ valueHex: signatureToDer(raw) });
  return toDer(certificate.toSchema());
}

/** The last second of the term that begins at `notBefore`. */
function endOf(notBefore: Date): Date {
  const end = new Date(notBefore);
  end.setUTCFullYear(end.getUTCFullYear() + TERM);
  return new Date(end.getTime() - 1000);
}

function realDate(date: Date): Date {
  if (Number.isNaN(date.getTime())) throw new Error('a date that does not exist');
  return date;
}

async function extensions(spki: ArrayBuffer): Promise<Extension[]> {
  // RFC 7093, 2 (1): the leftmost 160 bits of SHA-256 of the key. Copied, because asn1js keeps the buffer.
  const point = parseAsn1(new Uint8Array(spki));
  const keyIdentifier = (await sha256Bytes(publicPoint(point))).slice(0, 20);
  // Bits of KeyUsage, most significant first: digitalSignature (0), nonRepudiation (1); 6 bits unused.
  const keyUsage = new asn1js.BitString({ valueHex: Uint8Array.of(0b1100_0000), unusedBits: 6 });
  // Mail, because openssl, NSS and gpgsm require that purpose for any CMS (they predate RFC 9336).
  const purposes = new ExtKeyUsage({ keyPurposes: [oid.emailProtection, oid.documentSigning] });
  const extension = (extnID: string, critical: boolean, value: { toBER(): ArrayBuffer }) =>
    new Extension({ extnID, critical, extnValue: value.toBER() });
  return [
    extension(oid.basicConstraints, true, new BasicConstraints({ cA: false }).toSchema()),
    extension(oid.keyUsage, true, keyUsage),
    extension(oid.extendedKeyUsage, false, purposes.toSchema()),
    extension(oid.subjectKeyIdentifier, false, new asn1js.OctetString({ valueHex: keyIdentifier })),
  ];
}

// The BIT STRING of SubjectPublicKeyInfo without its tag, length and unused bits.
function publicPoint(spki: asn1js.AsnType): Uint8Array {
  const bits = spki instanceof asn1js.Sequence ? spki.valueBlock.value[1] : undefined;
  if (!(bits instanceof asn1js.BitString)) throw new Error('not a public key');
  return bits.valueBlock.valueHexView;
}

// The first byte becomes 1 to 127: a positive INTEGER of full length, in its shortest form.
function positive(serial: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(serial);
  bytes[0] = (bytes[0] ?? 0) & 0x7f || 1;
  return bytes;
}
