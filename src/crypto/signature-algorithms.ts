import * as asn1js from 'asn1js';
import {
  AlgorithmIdentifier,
  createCMSECDSASignature,
  createECDSASignatureFromCMS,
  PublicKeyInfo,
  RSASSAPSSParams,
} from 'pkijs';
import { equalBytes, unshared } from './bytes.ts';
import { oid, parseAsn1, toDer } from './der.ts';

/** A digest as WebCrypto names it. */
export type DigestName = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';

/** A signature from any source, with the algorithm that its certificate or CMS states. */
export interface StatedSignature {
  readonly algorithm: AlgorithmIdentifier;
  /** The digest's identifier, where the signature's algorithm does not name one, as with plain RSA in CMS. */
  readonly digestAlgorithm?: string;
  readonly signature: Uint8Array;
  readonly signed: Uint8Array;
  readonly publicKey: PublicKeyInfo;
}

const digestNames: Readonly<Record<string, DigestName>> = {
  [oid.sha1]: 'SHA-1',
  [oid.sha256]: 'SHA-256',
  [oid.sha384]: 'SHA-384',
  [oid.sha512]: 'SHA-512',
};

const rsaDigests: Readonly<Record<string, DigestName>> = {
  [oid.sha256WithRsa]: 'SHA-256',
  [oid.sha384WithRsa]: 'SHA-384',
  [oid.sha512WithRsa]: 'SHA-512',
};

const ecdsaDigests: Readonly<Record<string, DigestName>> = {
  [oid.ecdsaWithSha256]: 'SHA-256',
  [oid.ecdsaWithSha384]: 'SHA-384',
  [oid.ecdsaWithSha512]: 'SHA-512',
};

/** The curves, with the length of a coordinate in bytes (FIPS 186-5). */
const curves: Readonly<Record<string, { readonly name: string; readonly length: number }>> = {
  [oid.p256]: { name: 'P-256', length: 32 },
  [oid.p384]: { name: 'P-384', length: 48 },
};

/** The digest with this identifier; undefined when it is not one that WebCrypto has (SHA-1 and SHA-2). */
export function digestNameOf(identifier: string): DigestName | undefined {
  return Object.hasOwn(digestNames, identifier) ? digestNames[identifier] : undefined;
}

/**
 * Whether the key made the signature. Supports RSA PKCS #1 v1.5 and RSA-PSS with SHA-256, 384 or 512, and ECDSA with
 * the same digests on P-256 and P-384. Undefined for every other algorithm, including SHA-1. Never rejects.
 */
export async function verifyStated(stated: StatedSignature): Promise<boolean | undefined> {
  const method = methodOf(stated);
  if (method === undefined) return undefined;
  try {
    const spki = toDer(plainKey(stated.publicKey).toSchema());
    const key = await crypto.subtle.importKey('spki', spki, method.key, false, ['verify']);
    return await crypto.subtle.verify(method.verify, key, method.signature(), unshared(stated.signed));
  } catch {
    return false;
  }
}

interface Method {
  readonly key: RsaHashedImportParams | EcKeyImportParams;
  readonly verify: Algorithm | RsaPssParams | EcdsaParams;
  signature(): Uint8Array<ArrayBuffer>;
}

function methodOf(stated: StatedSignature): Method | undefined {
  const { algorithmId } = stated.algorithm;
  const own = (names: Readonly<Record<string, DigestName>>) =>
    Object.hasOwn(names, algorithmId) ? names[algorithmId] : undefined;
  const asItStands = () => unshared(stated.signature);
  if (own(ecdsaDigests) !== undefined) return ecdsaMethod(stated, own(ecdsaDigests));
  if (algorithmId === oid.rsaPss) return pssMethod(stated, asItStands);
  const hash =
    algorithmId === oid.rsaEncryption ? digestNameOf(stated.digestAlgorithm ?? '') : own(rsaDigests);
  if (hash === undefined || hash === 'SHA-1') return undefined;
  const name = 'RSASSA-PKCS1-v1_5';
  return { key: { name, hash }, verify: { name }, signature: asItStands };
}

function ecdsaMethod(stated: StatedSignature, hash: DigestName | undefined): Method | undefined {
  const { algorithmId, algorithmParams } = stated.publicKey.algorithm;
  const named = algorithmParams instanceof asn1js.ObjectIdentifier ? algorithmParams.getValue() : '';
  const curve = Object.hasOwn(curves, named) ? curves[named] : undefined;
  if (algorithmId !== oid.ecPublicKey || curve === undefined || hash === undefined) return undefined;
  return {
    key: { name: 'ECDSA', namedCurve: curve.name },
    verify: { name: 'ECDSA', hash },
    signature: () => rawSignature(stated.signature, curve.length),
  };
}

/** r ‖ s from the DER (RFC 3279, 2.2.3). Throws on any other encoding. */
function rawSignature(der: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const raw = createECDSASignatureFromCMS(parseAsn1(der), length);
  if (!equalBytes(new Uint8Array(createCMSECDSASignature(raw)), der)) throw new Error('not in DER');
  return new Uint8Array(raw);
}

/** RFC 4055, 3.1. Only with MGF1 over the same digest, because WebCrypto has no other. */
function pssMethod({ algorithm }: StatedSignature, signature: Method['signature']): Method | undefined {
  try {
    const params = new RSASSAPSSParams({ schema: algorithm.algorithmParams });
    const hash = digestNameOf(params.hashAlgorithm.algorithmId);
    const mask = params.maskGenAlgorithm;
    const masked = new AlgorithmIdentifier({ schema: mask.algorithmParams }).algorithmId;
    const isUsual = mask.algorithmId === oid.mgf1 && masked === params.hashAlgorithm.algorithmId;
    if (hash === undefined || hash === 'SHA-1' || !isUsual || params.trailerField !== 1) return undefined;
    const name = 'RSA-PSS';
    return { key: { name, hash }, verify: { name, saltLength: params.saltLength }, signature };
  } catch {
    return undefined;
  }
}

/** WebCrypto imports an RSA key only under the plain identifier, even one that is reserved for PSS. */
function plainKey(key: PublicKeyInfo): PublicKeyInfo {
  if (key.algorithm.algorithmId !== oid.rsaPss) return key;
  const algorithm = new AlgorithmIdentifier({
    algorithmId: oid.rsaEncryption,
    algorithmParams: new asn1js.Null(),
  });
  return new PublicKeyInfo({ algorithm, subjectPublicKey: key.subjectPublicKey });
}
