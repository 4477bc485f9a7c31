import { equalBytes } from '../bytes.ts';
import {
  type HeldCertificate,
  hasOtherKey,
  isAuthority,
  isNamedIssuer,
} from '../certificates/held-certificate.ts';
import { toDer } from '../der.ts';
import { verifyStated } from '../signature-algorithms.ts';

/**
 * The certificates that came with a token, sorted by what they have to do with its signer. No signature covers the
 * list, so that anybody can put more into it.
 */
export interface TokenCertificates {
  /** The signer's own, then those above it as far as they are known. */
  readonly path: readonly HeldCertificate[];
  /** Issued by one of the path's, and not needed for it. */
  readonly beside: readonly HeldCertificate[];
  /** Nothing that is known ties them to the signer. */
  readonly strays: readonly HeldCertificate[];
}

/**
 * Sorts the certificates of a token. `trusted` may fill a gap between them. A signature of a method that is not known
 * here counts as made; the name and the key identifier must fit all the same.
 */
export async function sortCertificates(
  signer: HeldCertificate,
  certificates: readonly HeldCertificate[],
  trusted: readonly HeldCertificate[],
): Promise<TokenCertificates> {
  const known = [...certificates, ...trusted];
  const above = [signer];
  // Those that are found are looked at in their turn; none comes in twice.
  for (const each of above)
    for (const issuer of known)
      if (!isAmong(above, issuer) && (await hasIssued(issuer, each))) above.push(issuer);
  const beside: HeldCertificate[] = [];
  const strays: HeldCertificate[] = [];
  for (const each of certificates.filter(one => !isAmong(above, one)))
    ((await isIssuedByOneOf(above, each)) ? beside : strays).push(each);
  return { path: above, beside, strays };
}

/**
 * Whether two tokens are of one authority: one certificate signed both, or an authority above the first one's signer
 * issued the second one's. Nothing but keys counts; a name is anyone's to choose.
 */
export async function isOneAuthority(
  path: readonly HeldCertificate[],
  other: HeldCertificate,
): Promise<boolean> {
  const [signer, ...above] = path;
  if (signer === undefined) return false;
  if (equalBytes(signer.der, other.der)) return true;
  for (const issuer of above)
    if (isAuthority(issuer, 0) && (await isSignedBy(issuer, other)) === true) return true;
  return false;
}

/**
 * Whether the signers of two tokens count as one authority: they have one key, or issuers of one name. Unlike
 * {@link isOneAuthority} it does not depend on which certificates above them are at hand.
 */
export function shareAnAuthority(one: HeldCertificate, other: HeldCertificate): boolean {
  const keyOf = ({ parsed }: HeldCertificate) => toDer(parsed.subjectPublicKeyInfo.toSchema());
  const issuerOf = ({ parsed }: HeldCertificate) => toDer(parsed.issuer.toSchema());
  return equalBytes(keyOf(one), keyOf(other)) || equalBytes(issuerOf(one), issuerOf(other));
}

async function isIssuedByOneOf(
  issuers: readonly HeldCertificate[],
  certificate: HeldCertificate,
): Promise<boolean> {
  for (const issuer of issuers) if (await hasIssued(issuer, certificate)) return true;
  return false;
}

async function hasIssued(issuer: HeldCertificate, certificate: HeldCertificate): Promise<boolean> {
  return (await isSignedBy(issuer, certificate)) !== false;
}

/** Undefined: by name and key identifier it is, and the method is not known here. */
async function isSignedBy(
  issuer: HeldCertificate,
  certificate: HeldCertificate,
): Promise<boolean | undefined> {
  if (!isNamedIssuer(issuer, certificate) || hasOtherKey(issuer, certificate)) return false;
  const { signatureAlgorithm, signatureValue, tbsView } = certificate.parsed;
  return verifyStated({
    algorithm: signatureAlgorithm,
    signature: signatureValue.valueBlock.valueHexView,
    signed: tbsView,
    publicKey: issuer.parsed.subjectPublicKeyInfo,
  });
}

function isAmong(certificates: readonly HeldCertificate[], one: HeldCertificate): boolean {
  return certificates.some(each => equalBytes(each.der, one.der));
}
