import Dexie from 'dexie';
import type { Random } from '../../crypto/random.ts';
import {
  createVaultKey,
  exportVaultKey,
  newProfileSlot,
  openVaultKey,
  vaultKeyOfBytes,
} from '../../crypto/vault-key.ts';
import { Fault } from '../../model/fault.ts';
import type { EvidenceDatabase, SlotRow, VaultRow } from './database.ts';
import type { HeldKey } from './held-key.ts';

/** What the vault key is read from. */
export interface Vault {
  readonly database: EvidenceDatabase;
  readonly random: Random;
  readonly heldKey: HeldKey;
}

/**
 * The key that the log is sealed under, made when there is none. When two contexts make one at the same time, both use
 * the one that was stored first. Throws SealError when its slot does not open, and Fault `log.locked`.
 */
export async function vaultKeyOf(vault: Vault): Promise<CryptoKey> {
  const { slot } = (await readSlot(vault.database)) ?? (await addSlot(vault));
  return slot.kind === 'profile' ? openVaultKey(slot) : vaultKeyOfBytes(await heldBytes(vault));
}

/** The 32 bytes of the vault key: wipe them. Throws as {@link vaultKeyOf} does, and where there is no slot. */
export async function vaultKeyBytes(vault: Vault): Promise<Uint8Array<ArrayBuffer>> {
  const row = await readSlot(vault.database);
  if (row === undefined) throw new Error('a vault without a key');
  return row.slot.kind === 'profile' ? exportVaultKey(row.slot) : heldBytes(vault);
}

async function heldBytes({ heldKey }: Vault): Promise<Uint8Array<ArrayBuffer>> {
  const held = await heldKey.read();
  if (held === undefined) throw new Fault('log.locked');
  return held;
}

/** The vault key's slot, of which there is one; undefined before first use. */
export async function readSlot(database: EvidenceDatabase): Promise<SlotRow | undefined> {
  for (const row of await database.vault.bulkGet(['passphrase', 'profile']))
    if (row !== undefined && 'slot' in row) return row;
  return undefined;
}

/** Puts this slot in the place of any other. Call it inside a transaction over the vault. */
export async function replaceSlot(database: EvidenceDatabase, slot: SlotRow['slot']): Promise<void> {
  await database.vault.bulkDelete(['passphrase', 'profile']);
  await database.vault.add({ id: slot.kind, slot });
}

/** Keeps an existing row, so that nothing sealed under the first key is lost. */
export async function addUnlessThere(database: EvidenceDatabase, row: VaultRow): Promise<void> {
  try {
    await database.vault.add(row);
  } catch (error) {
    if (!(error instanceof Dexie.ConstraintError)) throw error;
  }
}

/** Another context may have made a slot meanwhile, of either kind; then that one is kept. */
async function addSlot({ database, random }: Vault): Promise<SlotRow> {
  const slot = await newProfileSlot(await createVaultKey(), random);
  return database.transaction('rw', database.vault, async () => {
    const found = await readSlot(database);
    if (found !== undefined) return found;
    const row: SlotRow = { id: slot.kind, slot };
    await database.vault.add(row);
    return row;
  });
}
