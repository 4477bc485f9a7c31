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

/** A list of revoked certificates as it came (CertificateList, RFC 5280, 5.1). */
export interface RevocationList {
  readonly der: Uint8Array;
  readonly parsed: CertificateRevocationList;
}

/** All lists that are kept with one time-stamp are together no longer, in bytes of PEM; most are some KB. */
export const largestLists = 262_144;

/** So many lists are read out of one file; a chain has two to four certificates. */
const MOST_LISTS = 8;

/** A list with its bytes. Throws when they are not one list in DER and nothing else. */
export function holdList(der: Uint8Array): RevocationList {
  const parsed = new CertificateRevocationList({ schema: parseAsn1(der) });
  if (!equalBytes(framed(parsed), der)) throw new Error('not a list in DER');
  return { der, parsed };
}

/** What was signed, in the frame that DER gives it: no signature covers the frame, so that only one form is taken. */
function framed({ tbsView, signature, signatureAlgorithm, signatureValue }: CertificateRevocationList) {
  const algorithm = toDer(signatureAlgorithm.toSchema());
  if (!equalBytes(toDer(signature.toSchema()), algorithm)) throw new Error('two algorithms'); // RFC 5280, 5.1.1.2
  const bits = new asn1js.BitString({ valueHex: unshared(signatureValue.valueBlock.valueHexView) });
  const valueHex = new Uint8Array([...tbsView, ...algorithm, ...toDer(bits)]);
  return toDer(new asn1js.OctetString({ valueHex })).with(0, SEQUENCE); // only the tag tells the two apart
}

const SEQUENCE = 0x30;

const HEAD = '-----BEGIN X509 CRL-----';
const FOOT = '-----END X509 CRL-----';

/** The lists as one file in PEM (RFC 7468, 6), which openssl takes behind the certificates that one trusts. */
export function listsToPem(lists: readonly RevocationList[]): string {
  return lists
    .map(({ der }) => {
      const base64 = btoa(Array.from(der, byte => String.fromCharCode(byte)).join(''));
      return [HEAD, ...(base64.match(/.{1,64}/g) ?? []), FOOT, ''].join('\n');
    })
    .join('');
}

/** The lists in a file that {@link listsToPem} wrote; undefined for any other text. Never throws. */
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

/** Web addresses of lists that speak of this certificate (RFC 5280, 4.2.1.13), for all reasons and by its own issuer. */
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
 * Why lists speak against a time-stamp, or say nothing of it. `stray`: of somebody else. `revoked`: the certificate was
 * by then. `compromised`: later, and for a reason after which nothing that its key signed counts (RFC 3161, 4).
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

/** What lists say of a certificate at a moment. The dates are those of the list that decides. */
export interface RevocationResult {
  readonly outcome: 'held' | 'broken' | 'not-checked';
  readonly fault?: RevocationFault;
  /** When the list was made, and when its maker promised the next one. */
  readonly thisUpdate?: Date;
  readonly nextUpdate?: Date;
  /** The certificate was revoked then; later than the moment unless the fault says otherwise. */
  readonly revokedAt?: Date;
}

/** What lists are held against. */
export interface RevocationCheck {
  /** The signer's certificate, then those above it as far as they are known. */
  readonly path: readonly HeldCertificate[];
  readonly lists: readonly RevocationList[];
  readonly at: Date;
  /** Whether every list has to do with the path, as those kept with this very time-stamp must. */
  readonly isOwn: boolean;
}

/**
 * Whether any certificate of the path was revoked at that moment, as far as the lists say (RFC 5280, 6.3.3, without
 * lists of changes and lists by somebody else than the issuer). `held`: a list of the issuer's covers the signer and no
 * list speaks against the path. Never rejects.
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

/** What one list says of one certificate whose issuer has the name that the list bears. */
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
    const told = { ...dates, revokedAt };
    if (!(revokedAt.getTime() > at.getTime())) return { outcome: 'broken', fault: 'revoked', ...told };
    if (endsTrust(entry)) return { outcome: 'broken', fault: 'compromised', ...told };
    return { outcome: 'held', ...told };
  }
  // A list may leave out what has run out (RFC 5280, 5), and says nothing of the time after its successor was due.
  const isTooLate = thisUpdate.getTime() > certificate.parsed.notAfter.value.getTime();
  const isTooEarly = nextUpdate !== undefined && nextUpdate.getTime() < at.getTime();
  return isTooLate || isTooEarly
    ? { outcome: 'not-checked', fault: 'stale', ...dates }
    : { outcome: 'held', ...dates };
}

/** Whether the list is one of all certificates like this one and for all reasons, as far as it says (RFC 5280, 5.2). */
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

/** An entry that must be understood and is not makes all others doubtful: it may say whose the rest are. */
function hasUnknownCondition(entries: readonly RevokedCertificate[]): boolean {
  return entries.some(({ crlEntryExtensions }) => crlEntryExtensions?.extensions.some(each => each.critical));
}

/** CRLReason (RFC 5280, 5.3.1): without one, or with one about a key, nothing that was ever signed counts. */
const endingReasons: ReadonlySet<number | undefined> = new Set([undefined, 1, 2, 10]);

function endsTrust({ crlEntryExtensions }: RevokedCertificate): boolean {
  const extension = crlEntryExtensions?.extensions.find(({ extnID }) => extnID === oid.revocationReason);
  const reason = extension && parsedOf(extension);
  return endingReasons.has(reason instanceof asn1js.Enumerated ? reason.valueBlock.valueDec : undefined);
}

// pkijs reads the value when it is asked for, and the bytes are anyone's.
function parsedOf(extension: Extension): unknown {
  try {
    return extension.parsedValue;
  } catch {
    return undefined;
  }
}
