import {
  certificateFingerprint,
  commonNameOf,
  createCertificate,
  openCertificate,
  parseCertificate,
  readCertificate,
} from './certificates/certificate.ts';
import { ecdsa } from './der.ts';
import type { Random } from './random.ts';
import { seal, unseal } from './sealing.ts';
import { schemeOf } from './signature-scheme.ts';
import { signDetached } from './signed-data.ts';

/** The signing key as the vault keeps it. `sealedPrivateKey` is PKCS #8 under the vault key, `certificate` DER. */
export interface SealedSigner {
  readonly sealedPrivateKey: Uint8Array<ArrayBuffer>;
  readonly certificate: Uint8Array<ArrayBuffer>;
  /** Certificates in DER of those who issued it, as far as they came with the key. Absent means none. */
  readonly chain?: readonly Uint8Array<ArrayBuffer>[];
}

/** Signs for as long as it lives; its private key cannot be taken out. */
export interface Signer {
  /** X.509 in DER. */
  readonly certificate: Uint8Array<ArrayBuffer>;
  /** Certificates of those who issued it, in DER; none for one that was made with the key itself. */
  readonly chain: readonly Uint8Array<ArrayBuffer>[];
  /** SHA-256 of the certificate, 64 lower-case hexadecimal digits. */
  readonly fingerprint: string;
  /** The name in the certificate, which whoever made it chose; may be empty. */
  readonly name: string;
  /** Who issued the certificate; undefined when it was made with the key itself. */
  readonly issuer: string | undefined;
  /** A detached CAdES-B CMS in DER over the content. `at` is what this computer's clock says, in whole seconds. */
  sign(content: Uint8Array, at: Date): Promise<Uint8Array<ArrayBuffer>>;
}

/** What making a signing key takes. `now` is in milliseconds since the Unix epoch. */
export interface SignerOptions {
  readonly random: Random;
  readonly now: () => number;
  readonly vaultKey: CryptoKey;
  /** The name in the certificate, at most {@link longestName} characters; a neutral one when it is absent. */
  readonly name?: string | undefined;
}

/** Characters in the name of a certificate (RFC 5280, A.1: ub-common-name). */
export const longestName = 64;

/** A private key with its certificates, out of a file of another program's. `privateKey` is PKCS #8. */
export interface KeyMaterial {
  readonly privateKey: Uint8Array<ArrayBuffer>;
  readonly certificate: Uint8Array<ArrayBuffer>;
  readonly chain: readonly Uint8Array<ArrayBuffer>[];
}

/** Makes a new ECDSA P-256 key with its certificate. The private key never leaves this function unsealed. */
export async function createSigner({ random, now, vaultKey, name }: SignerOptions): Promise<SealedSigner> {
  const keys = await crypto.subtle.generateKey(ecdsa, true, ['sign', 'verify']);
  const certificate = await createCertificate(keys, {
    serial: random(16),
    notBefore: new Date(now()),
    commonName: name ?? (await commonNameOf(keys.publicKey)),
  });
  const privateKey = new Uint8Array(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
  return sealSigner({ privateKey, certificate, chain: [] }, vaultKey, random);
}

/** Seals a key from elsewhere as our own is sealed, and wipes `privateKey`. */
export async function sealSigner(
  { privateKey, certificate, chain }: KeyMaterial,
  vaultKey: CryptoKey,
  random: Random,
): Promise<SealedSigner> {
  try {
    const context = sealingContext(await certificateFingerprint(certificate));
    const sealedPrivateKey = await seal(vaultKey, privateKey, context, random);
    return { sealedPrivateKey, certificate, ...(chain.length > 0 ? { chain } : {}) };
  } finally {
    privateKey.fill(0);
  }
}

/**
 * The signer that was sealed, its private key non-extractable. Throws SealError when the vault key is another
 * one, or when key and certificate do not belong together.
 */
export async function openSigner(sealed: SealedSigner, vaultKey: CryptoKey): Promise<Signer> {
  const { certificate, chain = [] } = sealed;
  const fingerprint = await certificateFingerprint(certificate);
  const pkcs8 = await unseal(vaultKey, sealed.sealedPrivateKey, sealingContext(fingerprint));
  try {
    const scheme = schemeOf(parseCertificate(certificate).subjectPublicKeyInfo);
    const privateKey = await scheme.importPrivate(pkcs8);
    const { subject, issuer, isSelfIssued } = readCertificate(certificate);
    const input = { certificate, chain, privateKey };
    return {
      certificate,
      chain,
      fingerprint,
      name: subject,
      issuer: isSelfIssued ? undefined : issuer,
      sign: (content, at) => signDetached({ ...input, content, at }),
    };
  } finally {
    pkcs8.fill(0);
  }
}

/** Whether the private key is that of the certificate, shown by a signature. False when either cannot be used. */
export async function belongTogether(pkcs8: Uint8Array<ArrayBuffer>, certificate: Uint8Array) {
  const text = new TextEncoder().encode('Do key and certificate belong together?');
  try {
    const { key, scheme } = await openCertificate(certificate);
    return await scheme.verify(key, await scheme.sign(await scheme.importPrivate(pkcs8), text), text);
  } catch {
    return false;
  }
}

// With the certificate's fingerprint, so that a key never opens beside another certificate.
function sealingContext(fingerprint: string): string {
  return `vault/signing-key/${fingerprint}`;
}
