import * as asn1js from 'asn1js';
import { AuthorityKeyIdentifier, BasicConstraints, Certificate, ExtKeyUsage } from 'pkijs';
import { equalBytes } from '../bytes.ts';
import { oid, parseAsn1, toDer } from '../der.ts';

/** A certificate from any source: its original bytes and what was read from them. */
export interface HeldCertificate {
  readonly der: Uint8Array;
  readonly parsed: Certificate;
}

/** Reads a certificate and keeps its bytes. Throws when they are not exactly one X.509 certificate. */
export function holdCertificate(der: Uint8Array): HeldCertificate {
  return { der, parsed: new Certificate({ schema: parseAsn1(der) }) };
}

/** The DER of every certificate in a PEM file (RFC 7468), ignoring other text; empty when none can be read. */
export function fromPemFile(text: string): readonly Uint8Array<ArrayBuffer>[] {
  const blocks = text.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]*)-----END CERTIFICATE-----/g);
  return [...blocks].flatMap(([, base64 = '']) => {
    try {
      const der = Uint8Array.from(atob(base64.replace(/\s/g, '')), character => character.charCodeAt(0));
      holdCertificate(der);
      return [der];
    } catch {
      return [];
    }
  });
}

/** The common name, else the organisation, else empty. Untrusted text: escape it. */
export function subjectName({ parsed }: HeldCertificate): string {
  const named = (type: string) => parsed.subject.typesAndValues.find(each => each.type === type)?.value;
  const value: unknown = named(oid.commonName) ?? named(oid.organization);
  return value instanceof asn1js.BaseStringBlock ? value.getValue() : '';
}

/** Every text in the certificate's subject, in order. Untrusted text: escape it. */
export interface SubjectTexts {
  readonly commonNames: readonly string[];
  readonly serialNumbers: readonly string[];
  /** Every part that is neither a common name nor a serial number. */
  readonly others: readonly string[];
  /** Whether the subject is one common name, with or without a serial number, and there is no other name beside it. */
  readonly isNumberOnly: boolean;
}

/** The certificate's subject, split by kind. A part that is not text counts as an empty text. */
export function subjectTexts({ parsed }: HeldCertificate): SubjectTexts {
  const parts = parsed.subject.typesAndValues.map(({ type, value }) => {
    const text: unknown = value;
    return { type, text: text instanceof asn1js.BaseStringBlock ? text.getValue() : '' };
  });
  const of = (type: string) => parts.filter(each => each.type === type).map(({ text }) => text);
  const [commonNames, serialNumbers] = [of(oid.commonName), of(oid.serialNumber)];
  const others = parts
    .filter(({ type }) => type !== oid.commonName && type !== oid.serialNumber)
    .map(({ text }) => text);
  const hasOtherName = (parsed.extensions ?? []).some(({ extnID }) => extnID === oid.subjectAlternativeName);
  const isNumberOnly =
    commonNames.length === 1 && serialNumbers.length <= 1 && others.length === 0 && !hasOtherName;
  return { commonNames, serialNumbers, others, isNumberOnly };
}

/** Whether the subject of `issuer` equals the issuer name in `certificate`, byte for byte. */
export function isNamedIssuer(issuer: HeldCertificate, certificate: HeldCertificate): boolean {
  return equalBytes(toDer(issuer.parsed.subject.toSchema()), toDer(certificate.parsed.issuer.toSchema()));
}

/** Whether its issuer name is its own subject, as in a root. */
export function isSelfIssued(certificate: HeldCertificate): boolean {
  return isNamedIssuer(certificate, certificate);
}

/** Whether `at` lies within its term, ends included. A date that does not exist is outside every term. */
export function isCurrent({ parsed }: HeldCertificate, at: Date): boolean {
  return parsed.notBefore.value.getTime() <= at.getTime() && at.getTime() <= parsed.notAfter.value.getTime();
}

/**
 * Whether its key is for time-stamps only: extended key usage is critical and timeStamping alone (RFC 3161, 2.3), and
 * key usage allows signatures.
 */
export function isForTimeStamps(certificate: HeldCertificate): boolean {
  const usage = parsedExtension(certificate, oid.extendedKeyUsage);
  if (!(usage instanceof ExtKeyUsage)) return false;
  const [purpose, more] = usage.keyPurposes;
  const isCritical = extensionOf(certificate, oid.extendedKeyUsage)?.critical === true;
  return (
    isCritical && mayBeUsedFor(certificate, SIGNATURE) && purpose === oid.timeStamping && more === undefined
  );
}

/** Whether it may sign other certificates, with `below` further authorities under it (RFC 5280, 6.1.4 k–n). */
export function isAuthority(certificate: HeldCertificate, below: number): boolean {
  const constraints = parsedExtension(certificate, oid.basicConstraints);
  if (!(constraints instanceof BasicConstraints) || !constraints.cA) return false;
  const { pathLenConstraint: most } = constraints;
  if (most !== undefined && (typeof most !== 'number' || most < below)) return false;
  return mayBeUsedFor(certificate, KEY_CERT_SIGN);
}

/** Whether its key may sign data. A certificate without key usage may. */
export function maySign(certificate: HeldCertificate): boolean {
  return mayBeUsedFor(certificate, SIGNATURE);
}

/** Whether its key may sign revocation lists. A certificate without key usage may. */
export function maySignLists(certificate: HeldCertificate): boolean {
  return mayBeUsedFor(certificate, CRL_SIGN);
}

/** The purposes in its extended key usage; undefined when it has none and so allows all; empty when unreadable. */
export function purposesOf(certificate: HeldCertificate): readonly string[] | undefined {
  if (!certificate.parsed.extensions?.some(({ extnID }) => extnID === oid.extendedKeyUsage)) return undefined;
  const usage = parsedExtension(certificate, oid.extendedKeyUsage);
  return usage instanceof ExtKeyUsage ? usage.keyPurposes : [];
}

/** Whether it claims to be an authority (basic constraints), whatever its key usage. */
export function claimsAuthority(certificate: HeldCertificate): boolean {
  const constraints = parsedExtension(certificate, oid.basicConstraints);
  return constraints instanceof BasicConstraints && constraints.cA;
}

// The first byte of KeyUsage, its bits counted from the most significant (RFC 5280, 4.2.1.3).
const SIGNATURE = 0b1100_0000; // digitalSignature or nonRepudiation
const KEY_CERT_SIGN = 0b0000_0100;
const CRL_SIGN = 0b0000_0010;

/** Whether key usage allows one of these bits; a certificate without key usage allows all. */
function mayBeUsedFor(certificate: HeldCertificate, bits: number): boolean {
  if (!certificate.parsed.extensions?.some(({ extnID }) => extnID === oid.keyUsage)) return true;
  const usage = parsedExtension(certificate, oid.keyUsage);
  return usage instanceof asn1js.BitString && ((usage.valueBlock.valueHexView[0] ?? 0) & bits) !== 0;
}

const understood: ReadonlySet<string> = new Set([oid.basicConstraints, oid.keyUsage, oid.extendedKeyUsage]);

/**
 * Whether it has a critical extension that is unknown here (RFC 5280, 4.2) or constrains the names below it, which is
 * not evaluated here.
 */
export function hasUnknownCondition({ parsed }: HeldCertificate): boolean {
  return (parsed.extensions ?? []).some(
    ({ critical, extnID }) => (critical && !understood.has(extnID)) || extnID === oid.nameConstraints,
  );
}

/** Whether both key identifiers are given and show that `issuer` did not sign `certificate`. */
export function hasOtherKey(issuer: HeldCertificate, certificate: HeldCertificate): boolean {
  const stated = parsedExtension(certificate, oid.authorityKeyIdentifier);
  const wanted = stated instanceof AuthorityKeyIdentifier ? stated.keyIdentifier : undefined;
  const own = keyIdentifierOf(issuer);
  return wanted !== undefined && own !== undefined && !equalBytes(wanted.valueBlock.valueHexView, own);
}

/** Its subject key identifier; undefined when it has none. */
export function keyIdentifierOf(certificate: HeldCertificate): Uint8Array | undefined {
  const own = parsedExtension(certificate, oid.subjectKeyIdentifier);
  return own instanceof asn1js.OctetString ? own.valueBlock.valueHexView : undefined;
}

function extensionOf({ parsed }: HeldCertificate, type: string) {
  const all = (parsed.extensions ?? []).filter(({ extnID }) => extnID === type);
  return all.length === 1 ? all[0] : undefined;
}

/** The value of its only extension of this type; undefined when there is none, more than one, or it is unreadable. */
export function parsedExtension(certificate: HeldCertificate, type: string): unknown {
  // pkijs parses the value on access, and the bytes are untrusted.
  try {
    return extensionOf(certificate, type)?.parsedValue;
  } catch {
    return undefined;
  }
}
