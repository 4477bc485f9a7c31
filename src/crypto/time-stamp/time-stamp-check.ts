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
 * One check: the form, the authority's status, the stamped digest, the request's nonce, the digest of the signed
 * content, its signature, that the signature names its certificate, and by what digest, that certificate's purpose and
 * term, the other certificates beside it, and the chain above it.
 *
 * `not-checked`: the check could not be made, which counts neither for nor against. `fault`: why a chain did not hold.
 */
export type TimeStampCheck =
  | { readonly aspect: PlainAspect | SignedAspect | 'chain'; readonly outcome: 'held' }
  | { readonly aspect: PlainAspect | SignedAspect | 'certificates'; readonly outcome: 'broken' }
  | { readonly aspect: SignedAspect | 'binding'; readonly outcome: 'not-checked' }
  | { readonly aspect: 'chain'; readonly outcome: 'broken'; readonly fault: ChainFault }
  | { readonly aspect: 'chain'; readonly outcome: 'not-checked'; readonly fault: ChainFault };

export type TimeStampAspect = TimeStampCheck['aspect'];

/** Checks that are always possible. */
type PlainAspect = 'parse' | 'status' | 'imprint' | 'nonce';

/** Checks that need the authority's certificate, or a method that may be unknown here. */
type SignedAspect = 'digest' | 'signature' | 'certificate' | 'purpose' | 'term';

/** What the token states; reliable only as far as the checks held. */
export interface TimeStampFacts {
  /** By the authority's clock. */
  readonly genTime: Date;
  /** The stated accuracy in milliseconds; absent when the authority states none. */
  readonly accuracy?: number;
  /** The token's serial number, in bytes. */
  readonly serial: Uint8Array;
  /** The name in the authority's certificate; absent when there is none. Untrusted text: escape it. */
  readonly authority?: string;
  /** The name of the trusted root where the chain ends; absent unless the chain held. */
  readonly root?: string;
  /** The token without the reply, for CAdES-T. */
  readonly token: Uint8Array;
  /** The parts of the token that no signature covers, for comparison with the authority's other tokens. */
  readonly form: TokenForm;
  /** Whether it identifies its certificate by SHA-1 alone. */
  readonly isBoundBySha1: boolean;
  /** The token's certificates; absent when its signer's is not among them. */
  readonly certificates?: TokenCertificates;
}

/** Every check that was made, and the time-stamp's facts when it could be read. */
export interface TimeStampReport {
  readonly checks: readonly TimeStampCheck[];
  readonly facts?: TimeStampFacts;
  /** The authority's status, where the bytes are a whole reply. */
  readonly status?: TimeStampStatus;
}

/** The values that a time-stamp is compared with. */
export interface TimeStampExpectation {
  /** The SHA-256 that should be stamped, 32 bytes. */
  readonly imprint: Uint8Array;
  /** The request's nonce; absent when the request is not known, and then no nonce is checked. */
  readonly nonce?: Uint8Array;
  /** Certificates that the reader trusts. Empty: the chain is not checked. */
  readonly trusted: readonly HeldCertificate[];
}

/**
 * Checks a TimeStampResp or a bare token (RFC 3161, 2.2 and 2.4.2) in every aspect, without stopping at the first
 * fault. When the bytes cannot be read, the only check is a broken `parse`. `binding` and `certificates` appear only
 * when they do not hold. Never rejects. Comparing the time with anything else is left to the caller.
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
  // A reply without a token is a refusal, so its status is broken even where it claims to be granted.
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

/** Whether the time-stamp may be used: every check held, except that the chain may be unchecked. */
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
