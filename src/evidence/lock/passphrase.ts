import type { Argon2Cost } from '../../crypto/passphrase-key.ts';
import { SealError } from '../../crypto/sealing.ts';
import {
  importVaultKey,
  newPassphraseSlot,
  newProfileSlot,
  openPassphraseSlot,
  type PassphraseSlot,
} from '../../crypto/vault-key.ts';
import type { CustodyAction, CustodyDetail } from '../../model/custody.ts';
import { Fault } from '../../model/fault.ts';
import type { LockState } from '../../model/lock.ts';
import { appendToEveryCase } from '../case/every-case.ts';
import type { SlotRow } from '../store/database.ts';
import type { LogStore } from '../store/store.ts';
import { readSlot, replaceSlot, vaultKeyBytes } from '../store/vault.ts';
import { countTry, forgetTries, readWrongTries } from './wrong-tries.ts';

/** The vault key's 32 bytes, and the wrong tries since the log was last opened. */
export interface Unlocked {
  readonly vaultKey: Uint8Array<ArrayBuffer>;
  readonly wrongTries: number;
}

/** Whether the log has a passphrase, and whether it is open. */
export async function readLock(store: LogStore): Promise<LockState> {
  const row = await readSlot(store.database);
  if (row?.slot.kind !== 'passphrase') return { state: 'without' };
  if ((await store.heldKey.read()) !== undefined) return { state: 'open' };
  const { tryAgainAt } = await readWrongTries(store);
  return { state: 'locked', ...(tryAgainAt !== undefined && { tryAgainAt }) };
}

/** A first passphrase. `hold` receives the vault key's 32 bytes before they open with the passphrase alone. */
export interface FirstPassphrase {
  readonly passphrase: string;
  readonly cost: Argon2Cost;
  readonly hold: (vaultKey: Uint8Array<ArrayBuffer>) => Promise<void>;
}

/**
 * Seals the vault key under a passphrase. Nothing that is sealed already is changed: its key stays the same. The log
 * stays open by the key that is held. Throws a defect when there is a passphrase.
 */
export async function setPassphrase(
  store: LogStore,
  { passphrase, cost, hold }: FirstPassphrase,
): Promise<void> {
  // Makes the key where nothing was ever sealed.
  await store.vaultKey();
  if ((await readSlot(store.database))?.slot.kind === 'passphrase') throw new Error('a passphrase is set');
  const vaultKey = await vaultKeyBytes(store);
  const slot = await newPassphraseSlot(vaultKey, passphrase, store.random, cost);
  await hold(vaultKey);
  await exchangeSlot(store, slot, { action: 'log.passphrase-set', detail: {} });
}

/** Seals the vault key under another passphrase. Throws as {@link unlock} does; then the old one stays. */
export async function changePassphrase(
  store: LogStore,
  { before, passphrase, cost }: PassphraseChange,
): Promise<void> {
  const { vaultKey, wrongTries } = await unlock(store, before);
  const slot = await newPassphraseSlot(vaultKey, passphrase, store.random, cost);
  vaultKey.fill(0);
  await exchangeSlot(store, slot, { action: 'log.passphrase-changed', detail: { wrongTries } });
}

export interface PassphraseChange {
  readonly before: string;
  readonly passphrase: string;
  readonly cost: Argon2Cost;
}

/** Has the log open without a passphrase again. Throws as {@link unlock} does; then it stays. */
export async function removePassphrase(store: LogStore, passphrase: string): Promise<void> {
  const { vaultKey, wrongTries } = await unlock(store, passphrase);
  const slot = await newProfileSlot(await importVaultKey(vaultKey), store.random);
  vaultKey.fill(0);
  await exchangeSlot(store, slot, { action: 'log.passphrase-removed', detail: { wrongTries } });
}

/**
 * The vault key that this passphrase opens. Writes nothing to any chain, because the log is not open yet. Throws Faults
 * `lock.passphrase.wrong` and, after many wrong ones, `lock.passphrase.too-soon`.
 */
export async function unlock(store: LogStore, passphrase: string): Promise<Unlocked> {
  const slot = await passphraseSlotOf(store);
  const wrongTries = await countTry(store);
  try {
    const vaultKey = await openPassphraseSlot(slot, passphrase);
    await forgetTries(store);
    return { vaultKey, wrongTries };
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    throw new Fault('lock.passphrase.wrong', String(error), { cause: error });
  }
}

/** Says in every chain that the log was opened, once it is. */
export async function noteUnlocked(store: LogStore, wrongTries: number): Promise<void> {
  const detail = { wrongTries };
  await appendToEveryCase(store, {
    action: 'log.unlocked',
    detail,
    tables: [],
    write: async () => undefined,
  });
}

async function passphraseSlotOf({ database }: LogStore): Promise<PassphraseSlot> {
  const slot = (await readSlot(database))?.slot;
  if (slot?.kind !== 'passphrase') throw new Error('a log without a passphrase');
  return slot;
}

async function exchangeSlot(
  store: LogStore,
  slot: SlotRow['slot'],
  event: { readonly action: CustodyAction; readonly detail: CustodyDetail },
): Promise<void> {
  const { database } = store;
  await appendToEveryCase(store, {
    ...event,
    tables: [database.vault],
    write: () => replaceSlot(database, slot),
  });
}
