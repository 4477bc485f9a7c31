import { equalBytes } from '../bytes.ts';
import { type ChainFault, type ChainResult, checkChain } from '../certificates/certificate-chain.ts';
import {
  type HeldCertificate,
  isCurrent,
  isForTimeStamps,
  subjectName,
} from '../certificates/held-certificate.ts';
import { oid } from '../der.ts';
import { type DecodedToken, decodeTimeStamp, type TimeStampStatus } from './time-stamp-reply.ts';
import { sortCertificates, type TokenCertificates } from './token-certificates.ts';
import type { TokenForm } from './token-form.ts';
import {
  checkBinding,
  checkContentDigest,
  checkTokenSignature,
  isBoundBySha1,
  signerOf,
} from './token-signature.ts';

/**
 * One thing looked at: the form, what the authority answered, the digest that was stamped, the request's nonce, the
 * digest of what the authority signed, its signature, that the signature names its certificate, and by what digest, what
 * that certificate is for, its term, the other certificates beside it, and the chain above it.
 *
 * `held`: as it should be. `broken`: not so. `not-checked`: it could not be looked at, which says nothing for or against.
 * `fault`: why a chain did not hold.
 */
export type TimeStampCheck =
  | { readonly aspect: PlainAspect | SignedAspect | 'chain'; readonly outcome: 'held' }
  | { readonly aspect: PlainAspect | SignedAspect | 'certificates'; readonly outcome: 'broken' }
  | { readonly aspect: SignedAspect | 'binding'; readonly outcome: 'not-checked' }
  | { readonly aspect: 'chain'; readonly outcome: 'broken'; readonly fault: ChainFault }
  | { readonly aspect: 'chain'; readonly outcome: 'not-checked'; readonly fault: ChainFault };

export type TimeStampAspect = TimeStampCheck['aspect'];

/** What can always be looked at. */
type PlainAspect = 'parse' | 'status' | 'imprint' | 'nonce';

/** What needs the authority's certificate, or a method that may not be known. */
type SignedAspect = 'digest' | 'signature' | 'certificate' | 'purpose' | 'term';

/** What the authority says. True only as far as the checks beside it held. */
export interface TimeStampFacts {
  /** By the authority's clock. */
  readonly genTime: Date;
  /** How far the moment may be off, in milliseconds; absent when the authority does not say. */
  readonly accuracy?: number;
  /** The token's serial number, in bytes. */
  readonly serial: Uint8Array;
  /** The name in the authority's certificate; absent when there is none. Anyone's text: escape it. */
  readonly authority?: string;
  /** The name of the trusted root where the chain ends; absent unless it held. */
  readonly root?: string;
  /** The token by itself, for CAdES-T. */
  readonly token: Uint8Array;
  /** What no signature covers in it, to be compared with other tokens of the authority. */
  readonly form: TokenForm;
  /** Whether it names its certificate by SHA-1 alone. */
  readonly isBoundBySha1: boolean;
  /** Its certificates; absent when that of its signer is not among them. */
  readonly certificates?: TokenCertificates;
}

/** Every check that was made, and what the time-stamp says when it could be read. */
export interface TimeStampReport {
  readonly checks: readonly TimeStampCheck[];
  readonly facts?: TimeStampFacts;
  /** What the authority answered, where the bytes are a whole reply. */
  readonly status?: TimeStampStatus;
}

/** What a time-stamp is compared with. */
export interface TimeStampExpectation {
  /** The SHA-256 that should have been stamped, 32 bytes. */
  readonly imprint: Uint8Array;
  /** The request's; absent when the request is not known, and then it is not looked at. */
  readonly nonce?: Uint8Array;
  /** The certificates that the reader trusts. Empty: the chain is not checked. */
  readonly trusted: readonly HeldCertificate[];
}

/**
 * Checks a TimeStampResp or a bare token (RFC 3161, 2.2 and 2.4.2) in every aspect and never stops at the first.
 * When the bytes cannot be read the only check is a `parse` that is broken. `binding` and `certificates` are told only
 * where they do not hold. Never rejects. Whether the moment fits
 * anything else is for the reader of the facts.
 */
export async function checkTimeStamp(
  bytes: Uint8Array,
  expected: TimeStampExpectation,
): Promise<TimeStampReport> {
  const decoded = decodeTimeStamp(bytes);
  if (decoded === undefined) return { checks: [{ aspect: 'parse', outcome: 'broken' }] };
  const { status, token } = decoded;
  const checks: TimeStampCheck[] = [{ aspect: 'parse', outcome: 'held' }];
  if (status !== undefined) checks.push(checkPlain('status', isGranted(status)));
  // A reply without a token is one that refuses; one that grants nothing is broken all the same.
  if (token === undefined) {
    const refused = checks.map(each => (each.aspect === 'status' ? checkPlain('status', false) : each));
    return { checks: refused, ...(status === undefined ? {} : { status }) };
  }
  const signer = signerOf(token);
  const chain = await chainOf(token, signer, expected);
  const certificates = signer && (await sortCertificates(signer, token.certificates, expected.trusted));
  checks.push(...checkContent(token, expected), ...(await checkSigned(token, signer)));
  if (isBoundBySha1(token)) checks.push({ aspect: 'binding', outcome: 'not-checked' });
  if (certificates !== undefined && certificates.strays.length > 0)
    checks.push({ aspect: 'certificates', outcome: 'broken' });
  checks.push(toCheck(chain));
  const facts = { ...toFacts(token, signer, chain), ...(certificates && { certificates }) };
  return { checks, facts, ...(status === undefined ? {} : { status }) };
}

/** Whether nothing is broken, and everything held that must before a time-stamp is used; a chain may be unknown. */
export function isUsable({ checks, facts }: TimeStampReport): boolean {
  return facts !== undefined && checks.every(each => each.outcome === 'held' || isOptional(each));
}

function isOptional({ aspect, outcome }: TimeStampCheck): boolean {
  return outcome === 'not-checked' && aspect === 'chain';
}

function isGranted({ code }: TimeStampStatus): boolean {
  return code === 0 || code === 1;
}

function checkContent({ content }: DecodedToken, expected: TimeStampExpectation): readonly TimeStampCheck[] {
  const { algorithm, digest } = content.imprint;
  const imprint = checkPlain('imprint', algorithm === oid.sha256 && equalBytes(digest, expected.imprint));
  if (expected.nonce === undefined) return [imprint];
  const isSame = content.nonce !== undefined && equalBytes(content.nonce, expected.nonce);
  return [imprint, checkPlain('nonce', isSame)];
}

async function checkSigned(
  token: DecodedToken,
  signer: HeldCertificate | undefined,
): Promise<readonly TimeStampCheck[]> {
  const digest = check('digest', await checkContentDigest(token));
  if (signer === undefined)
    return [
      digest,
      ...(['signature', 'certificate', 'purpose', 'term'] as const).map(aspect => check(aspect, undefined)),
    ];
  return [
    digest,
    check('signature', await checkTokenSignature(token, signer)),
    check('certificate', await checkBinding(token, signer)),
    check('purpose', isForTimeStamps(signer)),
    check('term', isCurrent(signer, token.content.genTime)),
  ];
}

async function chainOf(
  { certificates, content }: DecodedToken,
  signer: HeldCertificate | undefined,
  { trusted }: TimeStampExpectation,
): Promise<ChainResult> {
  if (signer === undefined) return { outcome: 'not-checked', fault: 'unknown-root' };
  return checkChain({ certificate: signer, others: certificates, trusted, at: content.genTime });
}

function toCheck(chain: ChainResult): TimeStampCheck {
  return chain.outcome === 'held'
    ? { aspect: 'chain', outcome: 'held' }
    : { aspect: 'chain', outcome: chain.outcome, fault: chain.fault };
}

function toFacts(
  decoded: DecodedToken,
  signer: HeldCertificate | undefined,
  chain: ChainResult,
): TimeStampFacts {
  const { content, der, form } = decoded;
  const { genTime, accuracy, serial } = content;
  return {
    genTime,
    serial,
    token: der,
    form,
    isBoundBySha1: isBoundBySha1(decoded),
    ...(accuracy === undefined ? {} : { accuracy }),
    ...(signer === undefined ? {} : { authority: subjectName(signer) }),
    ...(chain.outcome === 'held' ? { root: subjectName(chain.root) } : {}),
  };
}

function checkPlain(aspect: PlainAspect, held: boolean): TimeStampCheck {
  return { aspect, outcome: held ? 'held' : 'broken' };
}

function check(aspect: SignedAspect, held: boolean | undefined): TimeStampCheck {
  return { aspect, outcome: held === undefined ? 'not-checked' : held ? 'held' : 'broken' };
}
