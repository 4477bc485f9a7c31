import Dexie from 'dexie';
import type { Random } from '../../crypto/random.ts';
import { createVaultKey, newProfileSlot, openVaultKey } from '../../crypto/vault-key.ts';
import type { EvidenceDatabase, SlotRow, VaultRow } from './database.ts';

/**
 * The key that the log is sealed under, made when there is none. When two contexts make one at the same time, both use
 * the one that was stored first. Throws SealError when its slot does not open.
 */
export async function vaultKeyOf(database: EvidenceDatabase, random: Random): Promise<CryptoKey> {
  const { slot } = (await readSlot(database)) ?? (await addSlot(database, random));
  return openVaultKey(slot);
}

/** The vault key's slot; undefined before first use. */
export async function readSlot(database: EvidenceDatabase): Promise<SlotRow | undefined> {
  const row = await database.vault.get('profile');
  return row !== undefined && 'slot' in row ? row : undefined;
}

/** Keeps an existing row, so that nothing sealed under the first key is lost. */
export async function addUnlessThere(database: EvidenceDatabase, row: VaultRow): Promise<void> {
  try {
    await database.vault.add(row);
  } catch (error) {
    if (!(error instanceof Dexie.ConstraintError)) throw error;
  }
}

async function addSlot(database: EvidenceDatabase, random: Random): Promise<SlotRow> {
  const slot = await newProfileSlot(await createVaultKey(), random);
  await addUnlessThere(database, { id: slot.kind, slot });
  return (await readSlot(database)) ?? { id: slot.kind, slot };
}
