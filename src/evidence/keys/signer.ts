import { z } from 'zod';
import {
  certificateFingerprint,
  parseCertificate,
  readCertificate,
} from '../../crypto/certificates/certificate.ts';
import { SealError } from '../../crypto/sealing.ts';
import { schemeOf } from '../../crypto/signature-scheme.ts';
import { createSigner, openSigner, type SealedSigner, type Signer } from '../../crypto/signing-key.ts';
import { Fault } from '../../model/fault.ts';
import { type Instant, instantSchema, toInstant } from '../../model/identifiers.ts';
import type { KnownKeys, SigningKeyFacts } from '../../model/signing-key.ts';
import { contexts } from '../store/contexts.ts';
import type { PlainSignerRow, RetiredRow, SignerRow, VaultRow } from '../store/database.ts';
import type { LogStore } from '../store/store.ts';
import { addUnlessThere } from '../store/vault.ts';

/** The sealed part of a signing key's row. Certificates are DER in base64. */
const keptKeySchema = z.object({
  certificate: z.base64(),
  chain: z.array(z.base64()),
  origin: z.enum(['made', 'imported']),
  madeAt: instantSchema,
  retiredAt: instantSchema.optional(),
});

/** A signing key's certificate and metadata. */
export type KeptKey = z.infer<typeof keptKeySchema>;

/**
 * The key that signs bundles; a log of an earlier version that has none gets one with a neutral name. Throws the Fault
 * `key.not-readable` when it does not open, and SealError when nothing in the log does.
 */
export async function signerOf(store: LogStore): Promise<Signer> {
  const row = (await readSigner(store)) ?? (await addSigner(store));
  const vaultKey = await store.vaultKey();
  try {
    return await openRow(store, row, vaultKey);
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    throw new Fault('key.not-readable', String(error), { cause: error });
  }
}

async function openRow(
  store: LogStore,
  row: PlainSignerRow | SignerRow,
  vaultKey: CryptoKey,
): Promise<Signer> {
  if ('certificate' in row) return openSigner(copyOf(row), vaultKey);
  const kept = await openKept(store, row);
  const [certificate, chain] = [fromBase64(kept.certificate), kept.chain.map(fromBase64)];
  const sealedPrivateKey = new Uint8Array(row.sealedPrivateKey);
  return openSigner({ sealedPrivateKey, certificate, ...(chain.length > 0 ? { chain } : {}) }, vaultKey);
}

/** The fingerprint of the current key; makes one with a neutral name when there is none. */
export async function signerFingerprintOf(store: LogStore): Promise<string> {
  return certificateFingerprintOf((await readSigner(store)) ?? (await addSigner(store)));
}

/** The known keys. A retired key that does not open is left out; for the current one its fingerprint is given. */
export async function readKeys(store: LogStore): Promise<KnownKeys> {
  const row = await readSigner(store);
  const fingerprint = row && (await certificateFingerprintOf(row));
  const own = row && (await tryKeptOf(store, row));
  const rows = await store.database.vault.where('id').startsWith('retired/').toArray();
  const retired: SigningKeyFacts[] = [];
  for (const each of rows.filter(isRetired)) {
    const kept = await store.tryUnsealJson(
      keptKeySchema,
      contexts.certificate(each.fingerprint),
      each.sealed,
    );
    if (kept !== undefined) retired.push(factsOf(each.fingerprint, kept));
  }
  retired.sort((one, other) => (other.retiredAt ?? '').localeCompare(one.retiredAt ?? ''));
  if (fingerprint === undefined) return { retired };
  return own === undefined
    ? { damaged: fingerprint, retired }
    : { current: factsOf(fingerprint, own), retired };
}

/** The current key's row; undefined before the first. */
export async function readSigner(store: LogStore): Promise<PlainSignerRow | SignerRow | undefined> {
  const row = await store.database.vault.get('signer');
  return row !== undefined && isSigner(row) ? row : undefined;
}

/** The vault's row for a key with its certificate. */
export async function signerRow(
  store: LogStore,
  signer: SealedSigner,
  origin: KeptKey['origin'],
): Promise<SignerRow> {
  const fingerprint = await certificateFingerprint(signer.certificate);
  const kept: KeptKey = {
    certificate: toBase64(signer.certificate),
    chain: (signer.chain ?? []).map(toBase64),
    origin,
    madeAt: store.now(),
  };
  const sealed = await store.sealJson(contexts.certificate(fingerprint), kept);
  return { id: 'signer', fingerprint, sealedPrivateKey: signer.sealedPrivateKey, sealed };
}

/** The row that keeps a replaced key's certificate without the key; undefined when it does not open. */
export async function retiredRow(
  store: LogStore,
  row: PlainSignerRow | SignerRow,
): Promise<RetiredRow | undefined> {
  const kept = await tryKeptOf(store, row);
  if (kept === undefined) return undefined;
  const fingerprint = await certificateFingerprintOf(row);
  const retired: KeptKey = { ...kept, retiredAt: store.now() };
  const sealed = await store.sealJson(contexts.certificate(fingerprint), retired);
  return { id: `retired/${fingerprint}`, fingerprint, sealed };
}

async function addSigner(store: LogStore): Promise<PlainSignerRow | SignerRow> {
  const { random } = store;
  const made = await createSigner({
    random,
    now: () => Date.parse(store.now()),
    vaultKey: await store.vaultKey(),
  });
  const row = await signerRow(store, made, 'made');
  await addUnlessThere(store.database, row);
  return (await readSigner(store)) ?? row;
}

/** Undefined when the row does not open although the log does. */
async function tryKeptOf(store: LogStore, row: PlainSignerRow | SignerRow): Promise<KeptKey | undefined> {
  if (!('certificate' in row))
    return store.tryUnsealJson(keptKeySchema, contexts.certificate(row.fingerprint), row.sealed);
  const { notBefore } = readCertificate(row.certificate);
  const madeAt = toInstant(notBefore.getTime());
  return { certificate: toBase64(row.certificate), chain: [], origin: 'made', madeAt };
}

function openKept(store: LogStore, { fingerprint, sealed }: SignerRow): Promise<KeptKey> {
  return store.unsealJson(keptKeySchema, contexts.certificate(fingerprint), sealed);
}

/** The certificate's fingerprint, stored in clear, so that even a key that does not open has one. */
export async function certificateFingerprintOf(row: PlainSignerRow | SignerRow): Promise<string> {
  return 'certificate' in row ? certificateFingerprint(row.certificate) : row.fingerprint;
}

/** The facts about a key for its owner. Throws when its certificate cannot be read. */
function factsOf(fingerprint: string, kept: KeptKey): SigningKeyFacts {
  const der = fromBase64(kept.certificate);
  const { subject, issuer, isSelfIssued, notAfter } = readCertificate(der);
  return {
    fingerprint,
    name: subject,
    ...(isSelfIssued ? {} : { issuer }),
    origin: kept.origin,
    algorithm: schemeOf(parseCertificate(der).subjectPublicKeyInfo).kind,
    madeAt: kept.madeAt,
    ...endOf(notAfter),
    ...(kept.retiredAt === undefined ? {} : { retiredAt: kept.retiredAt }),
  };
}

/** RFC 5280, 4.1.2.5: a date in the year 9999 means no end. */
function endOf(notAfter: Date): { readonly until?: Instant } {
  return notAfter.getUTCFullYear() >= 9999 ? {} : { until: toInstant(notAfter.getTime()) };
}

function isSigner(row: VaultRow): row is PlainSignerRow | SignerRow {
  return row.id === 'signer' && 'sealedPrivateKey' in row;
}

function isRetired(row: VaultRow): row is RetiredRow {
  return row.id.startsWith('retired/') && 'sealed' in row;
}

function copyOf({ sealedPrivateKey, certificate }: PlainSignerRow): SealedSigner {
  return {
    sealedPrivateKey: new Uint8Array(sealedPrivateKey),
    certificate: new Uint8Array(certificate),
  };
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), character => character.charCodeAt(0));
}
