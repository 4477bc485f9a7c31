import * as asn1js from 'asn1js';
import {
  CertificateRevocationList,
  CRLDistributionPoints,
  type DistributionPointName,
  type Extension,
  type GeneralName,
  IssuingDistributionPoint,
  type RevokedCertificate,
} from 'pkijs';
import { equalBytes, unshared } from '../bytes.ts';
import {
  claimsAuthority,
  type HeldCertificate,
  hasOtherKey,
  isNamedIssuer,
  isSelfIssued,
  maySignLists,
  parsedExtension,
} from '../certificates/held-certificate.ts';
import { oid, parseAsn1, toDer } from '../der.ts';
import { verifyStated } from '../signature-algorithms.ts';

/** A revocation list as received (CertificateList, RFC 5280, 5.1). */
export interface RevocationList {
  readonly der: Uint8Array;
  readonly parsed: CertificateRevocationList;
}

/** Limit on all lists kept with one time-stamp, in bytes of PEM; most lists are a few KB. */
export const largestLists = 262_144;

/** Limit on the lists read from one file; a chain has two to four certificates. */
const MOST_LISTS = 8;

/** Reads a list and keeps its bytes. Throws when they are not exactly one list in DER. */
export function holdList(der: Uint8Array): RevocationList {
  const parsed = new CertificateRevocationList({ schema: parseAsn1(der) });
  if (!equalBytes(framed(parsed), der)) throw new Error('not a list in DER');
  return { der, parsed };
}

/** The signed part re-encoded in its DER frame. No signature covers the frame, so only one form is accepted. */
function framed({ tbsView, signature, signatureAlgorithm, signatureValue }: CertificateRevocationList) {
  const algorithm = toDer(signatureAlgorithm.toSchema());
  if (!equalBytes(toDer(signature.toSchema()), algorithm)) throw new Error('two algorithms'); // RFC 5280, 5.1.1.2
  const bits = new asn1js.BitString({ valueHex: unshared(signatureValue.valueBlock.valueHexView) });
  const valueHex = new Uint8Array([...tbsView, ...algorithm, ...toDer(bits)]);
  return toDer(new asn1js.OctetString({ valueHex })).with(0, SEQUENCE); // the two types differ in their tag only
}

const SEQUENCE = 0x30;

const HEAD = '-----BEGIN X509 CRL-----';
const FOOT = '-----END X509 CRL-----';

/** The lists as one PEM file (RFC 7468, 6), which openssl accepts after the trusted certificates. */
export function listsToPem(lists: readonly RevocationList[]): string {
  return lists
    .map(({ der }) => {
      const base64 = btoa(Array.from(der, byte => String.fromCharCode(byte)).join(''));
      return [HEAD, ...(base64.match(/.{1,64}/g) ?? []), FOOT, ''].join('\n');
    })
    .join('');
}

/** The lists in a text that {@link listsToPem} wrote; undefined for any other text. Never throws. */
export function listsFromPem(text: string): readonly RevocationList[] | undefined {
  if (text.length > largestLists) return undefined;
  try {
    const lists = text
      .split(`${FOOT}\n`)
      .slice(0, -1)
      .map(block => holdList(fromBase64(block.slice(HEAD.length))));
    const isWhole = lists.length > 0 && lists.length <= MOST_LISTS && listsToPem(lists) === text;
    return isWhole ? lists : undefined;
  } catch {
    return undefined;
  }
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replace(/\n/g, '')), character => character.charCodeAt(0));
}

/** Web addresses of lists that cover this certificate (RFC 5280, 4.2.1.13), for all reasons and by its issuer. */
export function listAddressesOf(certificate: HeldCertificate): readonly string[] {
  const points = parsedExtension(certificate, oid.revocationLists);
  if (!(points instanceof CRLDistributionPoints)) return [];
  return points.distributionPoints
    .filter(({ reasons, cRLIssuer }) => reasons === undefined && cRLIssuer === undefined)
    .flatMap(({ distributionPoint }) => addressesIn(distributionPoint))
    .filter(isWebAddress)
    .slice(0, 4);
}

// [6] uniformResourceIdentifier (RFC 5280, 4.2.1.6)
function addressesIn(name: DistributionPointName | undefined): readonly string[] {
  const names: readonly GeneralName[] = Array.isArray(name) ? name : [];
  return names.flatMap(({ type, value }) => (type === 6 && typeof value === 'string' ? [value] : []));
}

function isWebAddress(text: string): boolean {
  if (text.length > 500 || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}

/**
 * Why lists count against a time-stamp or are inconclusive. `stray`: a list about other certificates. `revoked`: by
 * then. `compromised`: later, for a reason that invalidates everything its key signed (RFC 3161, 4).
 */
export type RevocationFault =
  | 'stray'
  | 'signature'
  | 'not-authority'
  | 'revoked'
  | 'compromised'
  | 'no-list'
  | 'issuer'
  | 'algorithm'
  | 'condition'
  | 'stale';

/** What the lists show about a certificate at a moment. The dates are those of the deciding list. */
export interface RevocationResult {
  readonly outcome: 'held' | 'broken' | 'not-checked';
  readonly fault?: RevocationFault;
  /** When the list was issued, and when its issuer announced the next one. */
  readonly thisUpdate?: Date;
  readonly nextUpdate?: Date;
  /** When the certificate was revoked: after the moment checked, unless the fault is `revoked`. */
  readonly revokedAt?: Date;
}

/** The certificates, the lists and the moment to check. */
export interface RevocationCheck {
  /** The signer's certificate, then those above it, as far as known. */
  readonly path: readonly HeldCertificate[];
  readonly lists: readonly RevocationList[];
  readonly at: Date;
  /** Whether every list must concern the path, as lists kept with this time-stamp must. */
  readonly isOwn: boolean;
}

/**
 * Whether the lists show that a certificate of the path was revoked at that moment (RFC 5280, 6.3.3, without delta and
 * indirect lists). `held`: a list by the signer's issuer covers the signer, and no list counts against the path. Never
 * rejects.
 */
export async function checkRevocation(check: RevocationCheck): Promise<RevocationResult> {
  const { path, lists, isOwn } = check;
  const below = path.filter(each => !isSelfIssued(each));
  const [signer] = path;
  const results: (RevocationResult & { readonly of: HeldCertificate })[] = [];
  for (const list of lists) {
    const spokenOf = below.filter(each => isIssuedBy(list, each));
    if (spokenOf.length === 0 && isOwn) return { outcome: 'broken', fault: 'stray' };
    for (const of of spokenOf) results.push({ of, ...(await checkOne(list, of, check)) });
  }
  const broken = results.find(({ outcome }) => outcome === 'broken');
  if (broken !== undefined) return withoutSubject(broken);
  const ofSigner = results.filter(({ of }) => of === signer);
  const best = ofSigner.find(({ outcome }) => outcome === 'held') ?? ofSigner[0];
  return best === undefined ? { outcome: 'not-checked', fault: 'no-list' } : withoutSubject(best);
}

function withoutSubject({ of: _, ...result }: RevocationResult & { readonly of: unknown }): RevocationResult {
  return result;
}

function isIssuedBy({ parsed }: RevocationList, certificate: HeldCertificate): boolean {
  return equalBytes(toDer(parsed.issuer.toSchema()), toDer(certificate.parsed.issuer.toSchema()));
}

/** What one list shows about one certificate with the same issuer name. */
async function checkOne(
  list: RevocationList,
  certificate: HeldCertificate,
  { path, at }: RevocationCheck,
): Promise<RevocationResult> {
  const issuers = path.filter(each => isNamedIssuer(each, certificate) && !hasOtherKey(each, certificate));
  if (issuers.length === 0) return { outcome: 'not-checked', fault: 'issuer' };
  const signed = await Promise.all(issuers.map(issuer => isSignedBy(list, issuer)));
  const signer = issuers[signed.indexOf(true)];
  if (signer === undefined)
    return signed.includes(undefined)
      ? { outcome: 'not-checked', fault: 'algorithm' }
      : { outcome: 'broken', fault: 'signature' };
  if (!maySignLists(signer)) return { outcome: 'broken', fault: 'not-authority' };
  return readList(list, certificate, at);
}

async function isSignedBy({ parsed }: RevocationList, issuer: HeldCertificate): Promise<boolean | undefined> {
  return verifyStated({
    algorithm: parsed.signatureAlgorithm,
    signature: parsed.signatureValue.valueBlock.valueHexView,
    signed: parsed.tbsView,
    publicKey: issuer.parsed.subjectPublicKeyInfo,
  });
}

function readList({ parsed }: RevocationList, certificate: HeldCertificate, at: Date): RevocationResult {
  const thisUpdate = parsed.thisUpdate.value;
  const nextUpdate = parsed.nextUpdate?.value;
  const dates = { thisUpdate, ...(nextUpdate && { nextUpdate }) };
  const serial = certificate.parsed.serialNumber.valueBlock.valueHexView;
  const entry = parsed.revokedCertificates?.find(({ userCertificate }) =>
    equalBytes(userCertificate.valueBlock.valueHexView, serial),
  );
  if (!coversAll(parsed, certificate) || hasUnknownCondition(parsed.revokedCertificates ?? []))
    return { outcome: 'not-checked', fault: 'condition', ...dates };
  if (entry !== undefined) {
    const revokedAt = entry.revocationDate.value;
    const withRevocation = { ...dates, revokedAt };
    if (!(revokedAt.getTime() > at.getTime()))
      return { outcome: 'broken', fault: 'revoked', ...withRevocation };
    if (endsTrust(entry)) return { outcome: 'broken', fault: 'compromised', ...withRevocation };
    return { outcome: 'held', ...withRevocation };
  }
  // A list may omit expired certificates (RFC 5280, 5), and shows nothing about the time after the next list was due.
  const isTooLate = thisUpdate.getTime() > certificate.parsed.notAfter.value.getTime();
  const isTooEarly = nextUpdate !== undefined && nextUpdate.getTime() < at.getTime();
  return isTooLate || isTooEarly
    ? { outcome: 'not-checked', fault: 'stale', ...dates }
    : { outcome: 'held', ...dates };
}

/** Whether the list claims to cover all certificates of this kind, for all reasons (RFC 5280, 5.2). */
function coversAll({ crlExtensions }: CertificateRevocationList, certificate: HeldCertificate): boolean {
  return (crlExtensions?.extensions ?? []).every(extension => {
    if (extension.extnID === oid.issuingDistributionPoint) return isIn(extension, certificate);
    return !extension.critical && extension.extnID !== oid.deltaRevocationList;
  });
}

function isIn(extension: Extension, certificate: HeldCertificate): boolean {
  const point = parsedOf(extension);
  if (!(point instanceof IssuingDistributionPoint)) return false;
  const isOther = claimsAuthority(certificate) ? point.onlyContainsUserCerts : point.onlyContainsCACerts;
  if (isOther || point.indirectCRL || point.onlyContainsAttributeCerts) return false;
  if (point.onlySomeReasons !== undefined && point.onlySomeReasons !== 0) return false;
  if (point.distributionPoint === undefined) return true;
  const own = listAddressesOf(certificate);
  return addressesIn(point.distributionPoint).some(address => own.includes(address));
}

/** A critical entry extension makes all entries doubtful, because it may change whose entries follow. */
function hasUnknownCondition(entries: readonly RevokedCertificate[]): boolean {
  return entries.some(({ crlEntryExtensions }) => crlEntryExtensions?.extensions.some(each => each.critical));
}

/** CRLReason (RFC 5280, 5.3.1): no reason, or a compromised key, invalidates everything ever signed. */
const endingReasons: ReadonlySet<number | undefined> = new Set([undefined, 1, 2, 10]);

function endsTrust({ crlEntryExtensions }: RevokedCertificate): boolean {
  const extension = crlEntryExtensions?.extensions.find(({ extnID }) => extnID === oid.revocationReason);
  const reason = extension && parsedOf(extension);
  return endingReasons.has(reason instanceof asn1js.Enumerated ? reason.valueBlock.valueDec : undefined);
}

// pkijs parses the value on access, and the bytes are untrusted.
function parsedOf(extension: Extension): unknown {
  try {
    return extension.parsedValue;
  } catch {
    return undefined;
  }
}
