import { equalBytes } from '../bytes.ts';
import { verifyStated } from '../signature-algorithms.ts';
import {
  type HeldCertificate,
  hasOtherKey,
  hasUnknownCondition,
  isAuthority,
  isCurrent,
  isNamedIssuer,
  isSelfIssued,
} from './held-certificate.ts';

/** Why no chain held. */
export type ChainFault =
  | 'signature'
  | 'expired'
  | 'not-authority'
  | 'condition'
  | 'algorithm'
  | 'unknown-root';

/** The root that a chain ends at, or why no chain could be trusted. */
export type ChainResult =
  | { readonly outcome: 'held'; readonly root: HeldCertificate }
  | { readonly outcome: 'broken' | 'not-checked'; readonly fault: ChainFault };

/** The certificates to build a chain from, and the moment at which it must hold. */
export interface ChainInput {
  readonly certificate: HeldCertificate;
  /** Untrusted certificates that came along; they only help to find a path. */
  readonly others: readonly HeldCertificate[];
  /** Certificates that the reader trusts. A chain ends only at a self-issued one of these. */
  readonly trusted: readonly HeldCertificate[];
  readonly at: Date;
}

const LONGEST = 6; // certificates above the first
const MOST_TRIES = 60; // signatures tried, against a hostile set of certificates with one name

/** The order in which faults are reported: those that break a chain before those that leave it unchecked. */
const faultOrder: readonly ChainFault[] = [
  'signature',
  'expired',
  'not-authority',
  'condition',
  'algorithm',
  'unknown-root',
];
const breaking: ReadonlySet<ChainFault> = new Set(['signature', 'expired', 'not-authority']);

/**
 * Builds the chain from `certificate` to a trusted root as of `at` (RFC 5280, 6.1, without policies and revocation).
 * Each certificate above the first must be an authority within its term, each signature by the key above it.
 *
 * `broken` only when a path to a trusted root exists and does not hold; `not-checked` when there is no such path, or an
 * algorithm or condition is unknown here. Never rejects.
 */
export async function checkChain(input: ChainInput): Promise<ChainResult> {
  const { certificate, trusted } = input;
  if (isSelfIssued(certificate) && isAmong(trusted, certificate))
    return { outcome: 'held', root: certificate };
  const search: Search = { ...input, tries: 0 };
  const faults = new Set<ChainFault>();
  const root = await climb(search, [input.certificate], faults);
  if (root !== undefined && !hasUnknownCondition(certificate)) return { outcome: 'held', root };
  if (root !== undefined) return { outcome: 'not-checked', fault: 'condition' };
  const fault = faultOrder.find(each => faults.has(each)) ?? 'unknown-root';
  return { outcome: breaking.has(fault) ? 'broken' : 'not-checked', fault };
}

interface Search extends ChainInput {
  tries: number;
}

/** Tries every issuer of the path's last certificate, then theirs. Only faults on a path to a trusted root count. */
async function climb(
  search: Search,
  path: readonly HeldCertificate[],
  faults: Set<ChainFault>,
): Promise<HeldCertificate | undefined> {
  const last = path.at(-1);
  if (last === undefined || path.length > LONGEST) return undefined;
  for (const issuer of issuersOf(last, search, path)) {
    if (search.tries >= MOST_TRIES) return undefined;
    search.tries += 1;
    const isRoot = isSelfIssued(issuer) && isAmong(search.trusted, issuer);
    const own = await linkFault(issuer, last, { at: search.at, below: path.length - 1 });
    const above = new Set<ChainFault>();
    const root = isRoot ? issuer : await climb(search, [...path, issuer], above);
    if (root !== undefined && own === undefined) return root;
    for (const fault of above) faults.add(fault);
    if (own !== undefined && (root !== undefined || above.size > 0)) faults.add(own);
  }
  return undefined;
}

function issuersOf(
  certificate: HeldCertificate,
  { trusted, others }: Search,
  path: readonly HeldCertificate[],
): readonly HeldCertificate[] {
  return [...trusted, ...others].filter(
    (issuer, index, all) =>
      isNamedIssuer(issuer, certificate) &&
      !hasOtherKey(issuer, certificate) &&
      !isAmong(path, issuer) &&
      !isAmong(all.slice(0, index), issuer),
  );
}

/**
 * Why `issuer` cannot have issued `certificate` as of `at`; undefined when it did. `below` is the number of authorities
 * under `issuer` in the chain.
 */
export async function linkFault(
  issuer: HeldCertificate,
  certificate: HeldCertificate,
  { at, below }: { readonly at: Date; readonly below: number },
): Promise<ChainFault | undefined> {
  const { signatureAlgorithm, signatureValue, tbsView } = certificate.parsed;
  const isSigned = await verifyStated({
    algorithm: signatureAlgorithm,
    signature: signatureValue.valueBlock.valueHexView,
    signed: tbsView,
    publicKey: issuer.parsed.subjectPublicKeyInfo,
  });
  if (isSigned === false) return 'signature';
  if (!isCurrent(issuer, at)) return 'expired';
  if (!isAuthority(issuer, below)) return 'not-authority';
  if (isSigned === undefined) return 'algorithm';
  return hasUnknownCondition(issuer) ? 'condition' : undefined;
}

function isAmong(certificates: readonly HeldCertificate[], one: HeldCertificate): boolean {
  return certificates.some(each => equalBytes(each.der, one.der));
}
