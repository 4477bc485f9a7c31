import Dexie from 'dexie';
import type { Random } from '../crypto/random.ts';
import { createSigner, openSigner, type Signer } from '../crypto/signing-key.ts';
import { createVaultKey, newProfileSlot, openVaultKey } from '../crypto/vault-key.ts';
import type { EvidenceDatabase, SignerRow, SlotRow } from './database.ts';

/**
 * The key that everything in the log is sealed under, made when there is none. When two contexts make one at
 * once, both use the one that was stored first. Throws SealError when its slot does not open.
 */
export async function vaultKeyOf(database: EvidenceDatabase, random: Random): Promise<CryptoKey> {
  const { slot } = (await readSlot(database)) ?? (await addSlot(database, random));
  return openVaultKey(slot);
}

/** The key that signs bundles, made when there is none. Throws SealError when it does not open. */
export async function signerOf(
  database: EvidenceDatabase,
  options: { readonly random: Random; readonly now: () => number; readonly vaultKey: CryptoKey },
): Promise<Signer> {
  const row = (await readSigner(database)) ?? (await addSigner(database, options));
  const { sealedPrivateKey, certificate } = row;
  return openSigner(
    { sealedPrivateKey: new Uint8Array(sealedPrivateKey), certificate: new Uint8Array(certificate) },
    options.vaultKey,
  );
}

async function readSlot(database: EvidenceDatabase): Promise<SlotRow | undefined> {
  const row = await database.vault.get('profile');
  return row !== undefined && 'slot' in row ? row : undefined;
}

async function addSlot(database: EvidenceDatabase, random: Random): Promise<SlotRow> {
  const slot = await newProfileSlot(await createVaultKey(), random);
  await addUnlessThere(database, { id: slot.kind, slot });
  return (await readSlot(database)) ?? { id: slot.kind, slot };
}

async function readSigner(database: EvidenceDatabase): Promise<SignerRow | undefined> {
  const row = await database.vault.get('signer');
  return row !== undefined && 'certificate' in row ? row : undefined;
}

async function addSigner(
  database: EvidenceDatabase,
  options: Parameters<typeof createSigner>[0],
): Promise<SignerRow> {
  const row = { id: 'signer', ...(await createSigner(options)) } as const;
  await addUnlessThere(database, row);
  return (await readSigner(database)) ?? row;
}

/** `add` refuses a second key, so that nothing sealed under the first is ever lost. */
async function addUnlessThere(database: EvidenceDatabase, row: SlotRow | SignerRow): Promise<void> {
  try {
    await database.vault.add(row);
  } catch (error) {
    if (!(error instanceof Dexie.ConstraintError)) throw error;
  }
}
