import * as asn1js from 'asn1js';
import {
  AuthenticatedSafe,
  CertBag,
  type ContentInfo,
  EncryptedContentInfo,
  EncryptedData,
  getCrypto,
  PBES2Params,
  PBKDF2Params,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeContents,
} from 'pkijs';
import { equalBytes, unshared } from './bytes.ts';
import { openCertificate, parseCertificate, readCertificate } from './certificates/certificate.ts';
import { mostCertificateBytes } from './certificates/signer-certificates.ts';
import { oid, parseAsn1, toDer } from './der.ts';
import { belongTogether, type KeyMaterial } from './signing-key.ts';

/**
 * Why a file was refused: `unreadable`: damaged, truncated or not a PKCS #12 with a MAC · `wrong-password` · `legacy`:
 * encrypted with an outdated cipher, RC2 or triple DES · `no-key`: no private key with its certificate ·
 * `unsupported-key`: its key is not ECDSA P-256, ECDSA P-384 or RSA of 2048 to 4096 bits.
 */
export type Pkcs12Reason = 'unreadable' | 'wrong-password' | 'legacy' | 'no-key' | 'unsupported-key';

/** A PKCS #12 file was refused. The message contains nothing from the file. */
export class Pkcs12Error extends Error {
  readonly reason: Pkcs12Reason;

  constructor(reason: Pkcs12Reason, options?: ErrorOptions) {
    super(`PKCS #12: ${reason}`, options);
    this.name = 'Pkcs12Error';
    this.reason = reason;
  }
}

// A file with a chain of RSA 4096 is about 10 KB.
const LARGEST = 262_144; // bytes
// The file states its rounds: OpenSSL writes 2,048, Windows 10,000, cautious users a million.
const MOST_ROUNDS = 5_000_000;

const bag = {
  /** RFC 7292, 4.2.1 */ key: '1.2.840.113549.1.12.10.1.1',
  /** RFC 7292, 4.2.2 */ shroudedKey: '1.2.840.113549.1.12.10.1.2',
  /** RFC 7292, 4.2.3 */ certificate: '1.2.840.113549.1.12.10.1.3',
} as const;

/** RFC 5652, 8 */ const ENCRYPTED_DATA = '1.2.840.113549.1.7.6';
/** RFC 8018, A.4 */ const PBES2 = '1.2.840.113549.1.5.13';
/** RFC 8018, A.2 */ const PBKDF2 = '1.2.840.113549.1.5.12';
/** NIST CSOR: AES-128-CBC, AES-192-CBC, AES-256-CBC */
const AES_CBC: readonly string[] = [2, 22, 42].map(last => `2.16.840.1.101.3.4.1.${last}`);

/** The MAC digests (RFC 7292, B) by object identifier, as WebCrypto names them. */
const macDigests: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

/**
 * The one private key of a PKCS #12 file (RFC 7292) with its certificate and the other certificates. The MAC is checked
 * before anything is decrypted; content may be encrypted with PBES2 (PBKDF2 and AES). Throws only {@link Pkcs12Error}.
 * `privateKey` in the result is in clear: seal it, which wipes it.
 */
export async function readPkcs12(file: Uint8Array, password: string): Promise<KeyMaterial> {
  if (file.length > LARGEST) throw new Pkcs12Error('unreadable');
  try {
    const secret = new TextEncoder().encode(password).buffer;
    const pfx = new PFX({ schema: parseAsn1(file) });
    const safe = dataOf(pfx.authSafe);
    await checkMac(pfx, safe, secret);
    const contents = new AuthenticatedSafe({ schema: parseAsn1(safe) }).safeContents;
    const bags = await Promise.all(contents.map(each => openContent(each, secret)));
    return await materialOf(
      bags.flatMap(each => each.safeBags),
      secret,
    );
  } catch (error) {
    throw error instanceof Pkcs12Error ? error : new Pkcs12Error('unreadable', { cause: error });
  }
}

async function checkMac({ macData }: PFX, content: Uint8Array, password: ArrayBuffer): Promise<void> {
  const hashAlgorithm = macDigests[macData?.mac.digestAlgorithm.algorithmId ?? ''];
  const iterations = macData?.iterations ?? 1;
  if (macData === undefined || hashAlgorithm === undefined || iterations > MOST_ROUNDS)
    throw new Pkcs12Error('unreadable');
  const held = await getCrypto(true).verifyDataStampedWithPassword({
    password,
    hashAlgorithm,
    salt: macData.macSalt.valueBlock.valueHex,
    iterationCount: iterations,
    contentToVerify: unshared(content.slice()).buffer,
    signatureToVerify: unshared(macData.mac.digest.valueBlock.valueHexView.slice()).buffer,
  });
  if (!held) throw new Pkcs12Error('wrong-password');
}

async function openContent(content: ContentInfo, password: ArrayBuffer): Promise<SafeContents> {
  if (content.contentType !== ENCRYPTED_DATA) return new SafeContents({ schema: parseAsn1(dataOf(content)) });
  const { encryptedContentInfo } = new EncryptedData({ schema: content.content });
  return new SafeContents({ schema: parseAsn1(await decrypt(encryptedContentInfo, password)) });
}

/** Throws `legacy` before any decryption unless the content is encrypted with PBES2 and AES. */
async function decrypt(info: EncryptedContentInfo, password: ArrayBuffer): Promise<Uint8Array<ArrayBuffer>> {
  const { algorithmId, algorithmParams } = info.contentEncryptionAlgorithm;
  if (algorithmId !== PBES2) throw new Pkcs12Error('legacy');
  const { keyDerivationFunc, encryptionScheme } = new PBES2Params({ schema: algorithmParams });
  if (!AES_CBC.includes(encryptionScheme.algorithmId)) throw new Pkcs12Error('legacy');
  if (keyDerivationFunc.algorithmId !== PBKDF2) throw new Pkcs12Error('unreadable');
  const { iterationCount } = new PBKDF2Params({ schema: keyDerivationFunc.algorithmParams });
  if (iterationCount > MOST_ROUNDS) throw new Pkcs12Error('unreadable');
  const plain = await getCrypto(true).decryptEncryptedContentInfo({ password, encryptedContentInfo: info });
  return new Uint8Array(plain);
}

async function materialOf(bags: SafeContents['safeBags'], password: ArrayBuffer): Promise<KeyMaterial> {
  const keys: Uint8Array<ArrayBuffer>[] = [];
  const certificates: Uint8Array<ArrayBuffer>[] = [];
  for (const { bagId, bagValue } of bags) {
    if (bagId === bag.key && bagValue instanceof PrivateKeyInfo) keys.push(toDer(bagValue.toSchema()));
    if (bagId === bag.shroudedKey && bagValue instanceof PKCS8ShroudedKeyBag)
      keys.push(await unshroud(bagValue, password));
    if (bagId === bag.certificate && bagValue instanceof CertBag) certificates.push(certificateIn(bagValue));
  }
  try {
    return await match(keys, certificates);
  } catch (error) {
    for (const key of keys) key.fill(0);
    throw error;
  }
}

async function match(
  keys: readonly Uint8Array<ArrayBuffer>[],
  certificates: readonly Uint8Array<ArrayBuffer>[],
): Promise<KeyMaterial> {
  const [privateKey, ...others] = keys;
  if (privateKey === undefined || others.length > 0 || certificates.length === 0)
    throw new Pkcs12Error('no-key');
  const bytes = certificates.reduce((sum, { length }) => sum + length, 0);
  if (bytes > mostCertificateBytes) throw new Pkcs12Error('unreadable');
  for (const certificate of certificates) {
    if (!(await belongTogether(privateKey, certificate))) continue;
    const { isSelfIssued } = readCertificate(certificate);
    return { privateKey, certificate, chain: isSelfIssued ? [] : othersOf(certificates, certificate) };
  }
  throw new Pkcs12Error((await isKnownKind(certificates)) ? 'no-key' : 'unsupported-key');
}

/** The other certificates, each once. Throws when one is not entirely DER and so cannot be signed byte for byte. */
function othersOf(certificates: readonly Uint8Array<ArrayBuffer>[], signer: Uint8Array) {
  const others = certificates.filter(
    (each, at) => !equalBytes(each, signer) && certificates.findIndex(one => equalBytes(one, each)) === at,
  );
  const isDer = (each: Uint8Array) => equalBytes(toDer(parseCertificate(each).toSchema()), each);
  if (!others.every(isDer)) throw new Pkcs12Error('unreadable');
  return others;
}

/** Whether a certificate in the file has a key of a kind we sign with; if so, the private key belongs to another. */
async function isKnownKind(certificates: readonly Uint8Array[]): Promise<boolean> {
  const opened = await Promise.allSettled(certificates.map(openCertificate));
  return opened.some(({ status }) => status === 'fulfilled');
}

async function unshroud(
  { encryptionAlgorithm, encryptedData }: PKCS8ShroudedKeyBag,
  password: ArrayBuffer,
): Promise<Uint8Array<ArrayBuffer>> {
  const info = new EncryptedContentInfo({
    contentType: oid.data,
    contentEncryptionAlgorithm: encryptionAlgorithm,
    encryptedContent: encryptedData,
  });
  return decrypt(info, password);
}

// The certificate's original bytes, which its fingerprint is computed over.
function certificateIn({ certValue }: CertBag): Uint8Array<ArrayBuffer> {
  const octets: unknown = certValue;
  if (!(octets instanceof asn1js.OctetString)) throw new Error('no certificate in the bag');
  const der = new Uint8Array(octets.getValue());
  parseCertificate(der);
  return der;
}

function dataOf({ contentType, content }: ContentInfo): Uint8Array {
  const octets: unknown = content;
  if (contentType !== oid.data || !(octets instanceof asn1js.OctetString))
    throw new Error('content that is not data');
  return new Uint8Array(octets.getValue());
}
