import { certificateFingerprint, commonNameOf, createCertificate } from './certificate.ts';
import { ecdsa } from './der.ts';
import type { Random } from './random.ts';
import { seal, unseal } from './sealing.ts';
import { signDetached } from './signed-data.ts';

/** The signing key as the vault keeps it. `sealedPrivateKey` is PKCS #8 under the vault key, `certificate` DER. */
export interface SealedSigner {
  readonly sealedPrivateKey: Uint8Array<ArrayBuffer>;
  readonly certificate: Uint8Array<ArrayBuffer>;
}

/** Signs for as long as it lives; its private key cannot be taken out. */
export interface Signer {
  /** X.509 in DER. */
  readonly certificate: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the certificate, 64 lower-case hexadecimal digits. */
  readonly fingerprint: string;
  /** A detached CAdES-B CMS in DER over the content. `at` is what this computer's clock says, in whole seconds. */
  sign(content: Uint8Array, at: Date): Promise<Uint8Array<ArrayBuffer>>;
}

/** What making a signing key takes. `now` is in milliseconds since the Unix epoch. */
export interface SignerOptions {
  readonly random: Random;
  readonly now: () => number;
  readonly vaultKey: CryptoKey;
}

/** Makes a new ECDSA P-256 key with its certificate. The private key never leaves this function unsealed. */
export async function createSigner({ random, now, vaultKey }: SignerOptions): Promise<SealedSigner> {
  const keys = await crypto.subtle.generateKey(ecdsa, true, ['sign', 'verify']);
  const certificate = await createCertificate(keys, {
    serial: random(16),
    notBefore: new Date(now()),
    commonName: await commonNameOf(keys.publicKey),
  });
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
  try {
    const context = sealingContext(await certificateFingerprint(certificate));
    return { sealedPrivateKey: await seal(vaultKey, pkcs8, context, random), certificate };
  } finally {
    pkcs8.fill(0);
  }
}

/**
 * The signer that was sealed, its private key non-extractable. Throws SealError when the vault key is another
 * one, or when key and certificate do not belong together.
 */
export async function openSigner(sealed: SealedSigner, vaultKey: CryptoKey): Promise<Signer> {
  const { certificate } = sealed;
  const fingerprint = await certificateFingerprint(certificate);
  const pkcs8 = await unseal(vaultKey, sealed.sealedPrivateKey, sealingContext(fingerprint));
  try {
    const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, ecdsa, false, ['sign']);
    const sign = (content: Uint8Array, at: Date) => signDetached({ content, certificate, privateKey, at });
    return { certificate, fingerprint, sign };
  } finally {
    pkcs8.fill(0);
  }
}

// With the certificate's fingerprint, so that a key never opens beside another certificate.
function sealingContext(fingerprint: string): string {
  return `vault/signing-key/${fingerprint}`;
}
