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

/** Why no chain held: the first is the nearest to holding. */
export type ChainFault =
  | 'signature'
  | 'expired'
  | 'not-authority'
  | 'condition'
  | 'algorithm'
  | 'unknown-root';

/** Where a chain ends, or why there is none that can be trusted. */
export type ChainResult =
  | { readonly outcome: 'held'; readonly root: HeldCertificate }
  | { readonly outcome: 'broken' | 'not-checked'; readonly fault: ChainFault };

/** What a chain is built from. */
export interface ChainInput {
  readonly certificate: HeldCertificate;
  /** Certificates that came along; nothing rests on them but what is signed. */
  readonly others: readonly HeldCertificate[];
  /** Those that the reader trusts. A chain ends only at one of these that is self-issued. */
  readonly trusted: readonly HeldCertificate[];
  readonly at: Date;
}

const LONGEST = 6; // certificates above the first
const MOST_TRIES = 60; // signatures of a hostile heap of certificates with one name

/** From a fault that was done to the chain, which breaks it, to one that says that it could not be checked. */
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
 * The chain from `certificate` to a trusted root as it stood at that moment (RFC 5280, 6.1, without policies and
 * revocation): every certificate above the first an authority within its term, every signature by the key above it.
 *
 * `broken` only when a way to a trusted root is there and does not hold; where no trusted root has the name that the
 * chain asks for, or an algorithm or condition is not known here, it is `not-checked`. Never rejects.
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

/** Tries every issuer of the path's last certificate, and theirs. Faults count only below a trusted root. */
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
 * Why `issuer` cannot have issued `certificate` by that moment; undefined when it did. `below` is how many authorities
 * stand between the two and the end of the chain.
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
