import { isFitForSeals } from '../../crypto/certificates/certificate-fitness.ts';
import { termStateOf } from '../../crypto/certificates/certificate-term.ts';
import { Pkcs12Error, readPkcs12 } from '../../crypto/pkcs12.ts';
import { createSigner, type KeyMaterial, type SealedSigner, sealSigner } from '../../crypto/signing-key.ts';
import { Fault, type FaultCode } from '../../model/fault.ts';
import { longestKeyName } from '../../model/signing-key.ts';
import { appendToEveryCase } from '../case/every-case.ts';
import type { SignerRow } from '../store/database.ts';
import { oneWriter } from '../store/one-writer.ts';
import { type LogOptions, LogStore } from '../store/store.ts';
import { certificateFingerprintOf, readSigner, retiredRow, signerRow } from './signer.ts';

/**
 * Changes to the signing key. A page makes them itself, in the writer's turn, so that a private key's file and its
 * password never travel in a message. The chain of each case records every replacement.
 */
export interface SigningKeys {
  /**
   * Makes a key with this name in its certificate, or a neutral name for an empty text. Deletes the previous key and
   * keeps its certificate.
   */
  make(name: string): Promise<void>;
  /** Imports the key of a PKCS #12 file in the same way. Throws Faults `key.file.*`, which change nothing. */
  importFile(file: Blob, password: string): Promise<void>;
}

/** The signing keys of this browser profile. Returns at once; the database is opened on first use. */
export function openSigningKeys(options: LogOptions): SigningKeys {
  return signingKeysOf(new LogStore(options));
}

/** The signing keys of a given store. */
export function signingKeysOf(store: LogStore): SigningKeys {
  const inTurn = oneWriter(`${store.database.name}-writer`);
  const replace = (origin: 'made' | 'imported', signer: () => Promise<SealedSigner>) =>
    store.run(() => inTurn(async () => replaceSigner(store, await signerRow(store, await signer(), origin))));
  return {
    make: name => replace('made', () => makeSigner(store, name)),
    importFile: (file, password) => replace('imported', () => importSigner(store, file, password)),
  };
}

async function makeSigner(store: LogStore, said: string): Promise<SealedSigner> {
  // Control characters cannot be shown in one line of a certificate.
  const line = said.replace(/\p{C}/gu, ' ').trim();
  const name = Array.from(line).slice(0, longestKeyName).join('').trim();
  const vaultKey = await store.vaultKey();
  const now = () => Date.parse(store.now());
  return createSigner({ random: store.random, now, vaultKey, ...(name === '' ? {} : { name }) });
}

async function importSigner(store: LogStore, file: Blob, password: string): Promise<SealedSigner> {
  const material = await readFile(file, password);
  const refusal = refusalOf(material, new Date(store.now()));
  if (refusal !== undefined) {
    material.privateKey.fill(0);
    throw new Fault(refusal, 'a certificate that every verifier would refuse');
  }
  return sealSigner(material, await store.vaultKey(), store.random);
}

/** A certificate that is not valid yet is accepted, because its term is checked again before signing. */
function refusalOf({ certificate, chain }: KeyMaterial, now: Date): FaultCode | undefined {
  if (termStateOf(certificate, now) === 'ended') return 'key.file.ended';
  return isFitForSeals(certificate, chain) ? undefined : 'key.file.unfit-certificate';
}

async function readFile(file: Blob, password: string) {
  try {
    return await readPkcs12(new Uint8Array(await file.arrayBuffer()), password);
  } catch (error) {
    const reason = error instanceof Pkcs12Error ? error.reason : 'unreadable';
    throw new Fault(`key.file.${reason}`, String(error), { cause: error });
  }
}

async function replaceSigner(store: LogStore, next: SignerRow): Promise<void> {
  const { vault } = store.database;
  const before = await readSigner(store);
  const previousFingerprint = before && (await certificateFingerprintOf(before));
  const retired = before && (await retiredRow(store, before));
  // The same file was imported twice: the key stays current and is not retired.
  const isSame = previousFingerprint === next.fingerprint;
  const write = async () => {
    if (retired !== undefined && !isSame) await vault.put(retired);
    await vault.delete(`retired/${next.fingerprint}`);
    await vault.put(next);
  };
  if (previousFingerprint === undefined || isSame) return store.database.transaction('rw', vault, write);
  // In one transaction, because a chain that names its first key must lead to the current one.
  await appendToEveryCase(store, {
    action: 'signer.replaced',
    detail: { signerFingerprint: next.fingerprint, previousFingerprint },
    tables: [vault],
    write,
  });
}
