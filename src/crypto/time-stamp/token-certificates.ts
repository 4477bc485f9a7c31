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
 * A token's certificates, sorted by their relation to its signer. No signature covers the list, so anyone can add to
 * it.
 */
export interface TokenCertificates {
  /** The signer's own, then those above it, as far as known. */
  readonly path: readonly HeldCertificate[];
  /** Issued by a certificate of the path, but not part of it. */
  readonly beside: readonly HeldCertificate[];
  /** Certificates without a known link to the signer. */
  readonly strays: readonly HeldCertificate[];
}

/**
 * Sorts a token's certificates. `trusted` may fill gaps in the path. A signature of an unknown method counts as valid,
 * but the name and the key identifier must still match.
 */
export async function sortCertificates(
  signer: HeldCertificate,
  certificates: readonly HeldCertificate[],
  trusted: readonly HeldCertificate[],
): Promise<TokenCertificates> {
  const known = [...certificates, ...trusted];
  const above = [signer];
  // The list grows while it is walked, so issuers found here are looked at in turn.
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
 * Whether two tokens are from one authority: the same certificate signed both, or an authority above the first signer
 * issued the second. Only keys count, because anyone can choose a name.
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
 * Whether the signers of two tokens count as one authority: they have the same key or the same issuer name. Unlike
 * {@link isOneAuthority}, it does not depend on which certificates above them are available.
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

/** Undefined when name and key identifier match but the signature's method is unknown here. */
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
