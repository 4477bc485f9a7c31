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

/** The signing key as the vault stores it. `sealedPrivateKey` is PKCS #8 under the vault key, `certificate` DER. */
export interface SealedSigner {
  readonly sealedPrivateKey: Uint8Array<ArrayBuffer>;
  readonly certificate: Uint8Array<ArrayBuffer>;
  /** The issuers' certificates in DER, as far as they came with the key. Absent means none. */
  readonly chain?: readonly Uint8Array<ArrayBuffer>[];
}

/** An opened signing key; its private key is not extractable. */
export interface Signer {
  /** X.509 in DER. */
  readonly certificate: Uint8Array<ArrayBuffer>;
  /** The issuers' certificates in DER; empty for a certificate that Holdfast made with its key. */
  readonly chain: readonly Uint8Array<ArrayBuffer>[];
  /** SHA-256 of the certificate, 64 lower-case hexadecimal digits. */
  readonly fingerprint: string;
  /** The name in the certificate, chosen by whoever made it; may be empty. */
  readonly name: string;
  /** The certificate's issuer; undefined when Holdfast made the certificate with its key. */
  readonly issuer: string | undefined;
  /** A detached CAdES-B CMS in DER over the content. `at` is this computer's clock, in whole seconds. */
  sign(content: Uint8Array, at: Date): Promise<Uint8Array<ArrayBuffer>>;
}

/** Options for making a signing key. `now` is in milliseconds since the Unix epoch. */
export interface SignerOptions {
  readonly random: Random;
  readonly now: () => number;
  readonly vaultKey: CryptoKey;
  /** The name in the certificate, at most {@link longestName} characters; a neutral name when absent. */
  readonly name?: string | undefined;
}

/** Characters in the name of a certificate (RFC 5280, A.1: ub-common-name). */
export const longestName = 64;

/** A private key with its certificates, from another program's file. `privateKey` is PKCS #8. */
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

/** Seals an imported key in the same way as our own, and wipes `privateKey`. */
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
 * Opens a sealed signer; its private key is not extractable. Throws SealError under another vault key, or when key and
 * certificate do not belong together.
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

/** Whether the private key belongs to the certificate, shown by a test signature. False when either cannot be used. */
export async function belongTogether(pkcs8: Uint8Array<ArrayBuffer>, certificate: Uint8Array) {
  const text = new TextEncoder().encode('Do key and certificate belong together?');
  try {
    const { key, scheme } = await openCertificate(certificate);
    return await scheme.verify(key, await scheme.sign(await scheme.importPrivate(pkcs8), text), text);
  } catch {
    return false;
  }
}

// Bound to the certificate's fingerprint, so that a key never opens beside another certificate.
function sealingContext(fingerprint: string): string {
  return `vault/signing-key/${fingerprint}`;
}
