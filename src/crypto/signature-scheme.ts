import * as asn1js from 'asn1js';
import { AlgorithmIdentifier, type PublicKeyInfo } from 'pkijs';
import { unshared } from './bytes.ts';
import { type Curve, ecdsaIdentifier, oid, signatureFromDer, signatureToDer } from './der.ts';
import { hasHigherS, withLowerS } from './lower-s.ts';

/** Kinds of signing key. Every kind signs over SHA-256, the digest used throughout a bundle. */
export type KeyKind = 'ecdsa-p256' | 'ecdsa-p384' | 'rsa';

/** How keys of one kind sign and verify. Signatures are in the form of CMS and X.509. */
export interface SignatureScheme {
  readonly kind: KeyKind;
  /** The signature's algorithm with its parameters: absent for ECDSA (RFC 5758, 3.2), NULL for RSA (RFC 5754, 3.2). */
  identifier(): AlgorithmIdentifier;
  /** Imports a non-extractable key. Rejects when the PKCS #8 holds a key of another kind. */
  importPrivate(pkcs8: Uint8Array<ArrayBuffer>): Promise<CryptoKey>;
  /** Rejects when the key is of another kind or size. */
  importPublic(spki: Uint8Array<ArrayBuffer>): Promise<CryptoKey>;
  sign(privateKey: CryptoKey, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  /** Whether this key made the signature; false when the signature is unreadable. */
  verify(publicKey: CryptoKey, signature: Uint8Array, bytes: Uint8Array<ArrayBuffer>): Promise<boolean>;
  /** Whether the signature has the form that {@link sign} writes: for ECDSA, the lower s in DER. */
  isAsWritten(signature: Uint8Array): boolean;
}

/** RSA modulus in bits: shorter keys are too weak, longer ones slow and refused by some readers. */
const rsaBits = { least: 2048, most: 4096 } as const;

/** The scheme of a public key: ECDSA on P-256 or P-384, or RSA. Throws for every other key. */
export function schemeOf({ algorithm }: PublicKeyInfo): SignatureScheme {
  if (algorithm.algorithmId === oid.rsaEncryption) return rsa;
  const named: unknown = algorithm.algorithmParams;
  const curve = named instanceof asn1js.ObjectIdentifier ? named.valueBlock.toString() : '';
  if (algorithm.algorithmId === oid.ecPublicKey && curve === oid.p256) return ecdsaP256;
  if (algorithm.algorithmId === oid.ecPublicKey && curve === oid.p384) return ecdsaP384;
  throw new Error('a key that is neither ECDSA P-256, ECDSA P-384 nor RSA');
}

const ecdsaP256 = ecdsaScheme('ecdsa-p256', 'P-256');
const ecdsaP384 = ecdsaScheme('ecdsa-p384', 'P-384');

function ecdsaScheme(kind: KeyKind, curve: Curve): SignatureScheme {
  const algorithm = { name: 'ECDSA', namedCurve: curve, hash: 'SHA-256' } as const;
  return {
    kind,
    identifier: ecdsaIdentifier,
    importPrivate: pkcs8 => crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']),
    importPublic: spki => crypto.subtle.importKey('spki', spki, algorithm, true, ['verify']),
    async sign(privateKey, bytes) {
      const raw = await crypto.subtle.sign(algorithm, privateKey, bytes);
      return signatureToDer(withLowerS(raw, curve), curve);
    },
    async verify(publicKey, signature, bytes) {
      const raw = attempt(() => signatureFromDer(signature, curve));
      return raw !== undefined && crypto.subtle.verify(algorithm, publicKey, raw, bytes);
    },
    isAsWritten: signature => !hasHigherS(signature, curve),
  };
}

const rsaAlgorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;

// PKCS #1 v1.5 has exactly one signature for a key and a message, so there is no second form to refuse.
const rsa: SignatureScheme = {
  kind: 'rsa',
  identifier: () =>
    new AlgorithmIdentifier({ algorithmId: oid.sha256WithRsa, algorithmParams: new asn1js.Null() }),
  async importPrivate(pkcs8) {
    return ofUsualSize(await crypto.subtle.importKey('pkcs8', pkcs8, rsaAlgorithm, false, ['sign']));
  },
  async importPublic(spki) {
    return ofUsualSize(await crypto.subtle.importKey('spki', spki, rsaAlgorithm, true, ['verify']));
  },
  async sign(privateKey, bytes) {
    return new Uint8Array(await crypto.subtle.sign(rsaAlgorithm, privateKey, bytes));
  },
  verify: (publicKey, signature, bytes) =>
    crypto.subtle.verify(rsaAlgorithm, publicKey, unshared(signature), bytes),
  isAsWritten: () => true,
};

function ofUsualSize(key: CryptoKey): CryptoKey {
  const bits = 'modulusLength' in key.algorithm ? Number(key.algorithm.modulusLength) : 0;
  if (bits < rsaBits.least || bits > rsaBits.most) throw new Error(`an RSA key of ${bits} bits`);
  return key;
}

function attempt<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
