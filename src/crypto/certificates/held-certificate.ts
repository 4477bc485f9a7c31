import * as asn1js from 'asn1js';
import { AuthorityKeyIdentifier, BasicConstraints, Certificate, ExtKeyUsage } from 'pkijs';
import { equalBytes } from '../bytes.ts';
import { oid, parseAsn1, toDer } from '../der.ts';

/** A certificate of anyone's as it came: its bytes and what was read from them. */
export interface HeldCertificate {
  readonly der: Uint8Array;
  readonly parsed: Certificate;
}

/** A certificate with its bytes. Throws when they are not one X.509 certificate and nothing else. */
export function holdCertificate(der: Uint8Array): HeldCertificate {
  return { der, parsed: new Certificate({ schema: parseAsn1(der) }) };
}

/** The DER of every certificate in a PEM file (RFC 7468), whatever else stands in it; empty when none can be read. */
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

/** The common name, else the organisation, else nothing. Anyone's text: escape it. */
export function subjectName({ parsed }: HeldCertificate): string {
  const named = (type: string) => parsed.subject.typesAndValues.find(each => each.type === type)?.value;
  const value: unknown = named(oid.commonName) ?? named(oid.organization);
  return value instanceof asn1js.BaseStringBlock ? value.getValue() : '';
}

/** Every text in the name it bears, in their order. Anyone's text: escape it. */
export interface SubjectTexts {
  readonly commonNames: readonly string[];
  readonly serialNumbers: readonly string[];
  /** What is neither of the two. */
  readonly others: readonly string[];
  /** Whether one common name, with or without a serial number, is all there is, and no other name beside it. */
  readonly isNumberOnly: boolean;
}

/** The name in the certificate, taken apart. What is no text counts as an empty one. */
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

/** Whether `issuer` bears the name that `certificate` gives as its issuer's, byte for byte. */
export function isNamedIssuer(issuer: HeldCertificate, certificate: HeldCertificate): boolean {
  return equalBytes(toDer(issuer.parsed.subject.toSchema()), toDer(certificate.parsed.issuer.toSchema()));
}

/** Whether it gives its own name as its issuer's, as a root does. */
export function isSelfIssued(certificate: HeldCertificate): boolean {
  return isNamedIssuer(certificate, certificate);
}

/** Whether `at` lies within its term, ends included. A date that does not exist is outside every term. */
export function isCurrent({ parsed }: HeldCertificate, at: Date): boolean {
  return parsed.notBefore.value.getTime() <= at.getTime() && at.getTime() <= parsed.notAfter.value.getTime();
}

/**
 * Whether its key is for time-stamps and nothing else: extended key usage, critical, timeStamping alone (RFC 3161,
 * 2.3), and key usage that allows signatures.
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

/** Whether key usage lets its key sign data, as one without key usage does. */
export function maySign(certificate: HeldCertificate): boolean {
  return mayBeUsedFor(certificate, SIGNATURE);
}

/** Whether key usage lets its key sign lists of revoked certificates, as one without key usage does. */
export function maySignLists(certificate: HeldCertificate): boolean {
  return mayBeUsedFor(certificate, CRL_SIGN);
}

/** The purposes it names (extended key usage); undefined when it names none and so allows all. Empty when unreadable. */
export function purposesOf(certificate: HeldCertificate): readonly string[] | undefined {
  if (!certificate.parsed.extensions?.some(({ extnID }) => extnID === oid.extendedKeyUsage)) return undefined;
  const usage = parsedExtension(certificate, oid.extendedKeyUsage);
  return usage instanceof ExtKeyUsage ? usage.keyPurposes : [];
}

/** Whether it says of itself that it may issue other certificates, whatever its key usage. */
export function claimsAuthority(certificate: HeldCertificate): boolean {
  const constraints = parsedExtension(certificate, oid.basicConstraints);
  return constraints instanceof BasicConstraints && constraints.cA;
}

// The first byte of KeyUsage, its bits counted from the most significant (RFC 5280, 4.2.1.3).
const SIGNATURE = 0b1100_0000; // digitalSignature or nonRepudiation
const KEY_CERT_SIGN = 0b0000_0100;
const CRL_SIGN = 0b0000_0010;

/** Whether key usage allows one of these; a certificate without it allows all. */
function mayBeUsedFor(certificate: HeldCertificate, bits: number): boolean {
  if (!certificate.parsed.extensions?.some(({ extnID }) => extnID === oid.keyUsage)) return true;
  const usage = parsedExtension(certificate, oid.keyUsage);
  return usage instanceof asn1js.BitString && ((usage.valueBlock.valueHexView[0] ?? 0) & bits) !== 0;
}

const understood: ReadonlySet<string> = new Set([oid.basicConstraints, oid.keyUsage, oid.extendedKeyUsage]);

/**
 * Whether it states a condition that must be understood and is not: an unknown critical extension (RFC 5280, 4.2), or
 * one on the names below it, which is not worked out here.
 */
export function hasUnknownCondition({ parsed }: HeldCertificate): boolean {
  return (parsed.extensions ?? []).some(
    ({ critical, extnID }) => (critical && !understood.has(extnID)) || extnID === oid.nameConstraints,
  );
}

/** Whether the two key identifiers, where both are given, say that `issuer` is not who signed `certificate`. */
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

/** The value of its one extension of this type; undefined when there is none, or more, or it cannot be read. */
export function parsedExtension(certificate: HeldCertificate, type: string): unknown {
  // pkijs reads the value when it is asked for, and the bytes are anyone's.
  try {
    return extensionOf(certificate, type)?.parsedValue;
  } catch {
    return undefined;
  }
}
