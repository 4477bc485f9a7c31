import { unshared } from './bytes.ts';
import { type Argon2Cost, passphraseKey, usualCost } from './passphrase-key.ts';
import type { Random } from './random.ts';
import { SealError, seal, unseal } from './sealing.ts';

/**
 * The vault key as stored in the browser profile, wrapped by a non-extractable key. This does not protect against a
 * reader of the profile's files, because the browser stores the wrapping key in clear beside it. Every field can be
 * stored in IndexedDB.
 */
export interface ProfileSlot {
  readonly kind: 'profile';
  /** AES-256-GCM, non-extractable, for wrapping and unwrapping only. */
  readonly wrapKey: CryptoKey;
  readonly wrapped: Uint8Array<ArrayBuffer>;
  readonly iv: Uint8Array<ArrayBuffer>;
}

/**
 * The vault key sealed under a passphrase: whoever has the profile's files must guess it, at `cost` a guess. Nobody can
 * recover it. The cost stands beside it, so that a later Holdfast may choose another.
 */
export interface PassphraseSlot {
  readonly kind: 'passphrase';
  readonly cost: Argon2Cost;
  /** 16 bytes, random. */
  readonly salt: Uint8Array<ArrayBuffer>;
  /** The 32 bytes of the vault key, see `sealing.ts`. */
  readonly sealedKey: Uint8Array<ArrayBuffer>;
}

/** How the vault key is stored. */
export type KeySlot = ProfileSlot | PassphraseSlot;

const AES_GCM_256 = { name: 'AES-GCM', length: 256 } as const;

/** A new vault key, extractable so that it can be put into a slot; then use the one from {@link openVaultKey}. */
export function createVaultKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey(AES_GCM_256, true, ['encrypt', 'decrypt']);
}

/** A slot that opens without a passphrase, in this browser profile. Rejects when `vaultKey` is not extractable. */
export async function newProfileSlot(vaultKey: CryptoKey, random: Random): Promise<ProfileSlot> {
  const wrapKey = await crypto.subtle.generateKey(AES_GCM_256, false, ['wrapKey', 'unwrapKey']);
  const iv = random(12);
  const wrapped = await crypto.subtle.wrapKey('raw', vaultKey, wrapKey, wrapping('profile', iv));
  return { kind: 'profile', wrapKey, wrapped: new Uint8Array(wrapped), iv };
}

/** The vault key, non-extractable, for {@link seal} and {@link unseal}. Throws SealError when it does not open. */
export async function openVaultKey(slot: ProfileSlot): Promise<CryptoKey> {
  return unwrap(slot, false);
}

/** The 32 bytes of the vault key: wipe them. Throws as {@link openVaultKey} does. */
export async function exportVaultKey(slot: ProfileSlot): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.exportKey('raw', await unwrap(slot, true)));
}

/** RFC 9106, 3.1: 16 bytes are recommended for passwords. */
const saltLength = 16;
const passphraseContext = 'vault/passphrase';

/** A slot that opens with this passphrase alone. `vaultKey` are its 32 bytes. */
export async function newPassphraseSlot(
  vaultKey: Uint8Array<ArrayBuffer>,
  passphrase: string,
  random: Random,
  cost: Argon2Cost = usualCost,
): Promise<PassphraseSlot> {
  const salt = random(saltLength);
  const key = await passphraseKey(passphrase, salt, cost);
  return { kind: 'passphrase', cost, salt, sealedKey: await seal(key, vaultKey, passphraseContext, random) };
}

/** The 32 bytes of the vault key: wipe them. Throws SealError when this is not its passphrase. */
export async function openPassphraseSlot(
  { cost, salt, sealedKey }: PassphraseSlot,
  passphrase: string,
): Promise<Uint8Array<ArrayBuffer>> {
  return unseal(await passphraseKey(passphrase, salt, cost), sealedKey, passphraseContext);
}

/** The vault key of these 32 bytes, non-extractable. Rejects when there are not 32. */
export async function vaultKeyOfBytes(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return importKey(bytes, false);
}

/** A vault key from a backup, to be put into a slot. Rejects when it is not 32 bytes. */
export async function importVaultKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return importKey(bytes, true);
}

async function importKey(bytes: Uint8Array<ArrayBuffer>, extractable: boolean): Promise<CryptoKey> {
  if (bytes.length !== AES_GCM_256.length / 8) throw new Error('a vault key of another length');
  return crypto.subtle.importKey('raw', bytes, AES_GCM_256, extractable, ['encrypt', 'decrypt']);
}

async function unwrap(slot: ProfileSlot, extractable: boolean): Promise<CryptoKey> {
  try {
    return await crypto.subtle.unwrapKey(
      'raw',
      unshared(slot.wrapped),
      slot.wrapKey,
      wrapping(slot.kind, slot.iv),
      AES_GCM_256,
      extractable,
      ['encrypt', 'decrypt'],
    );
  } catch (error) {
    throw new SealError('vault key does not open', { cause: error });
  }
}

// The kind is authenticated, so that one kind of slot does not open as another.
function wrapping(kind: ProfileSlot['kind'], iv: Uint8Array): AesGcmParams {
  return {
    name: 'AES-GCM',
    iv: unshared(iv),
    additionalData: new TextEncoder().encode(`vault/${kind}`),
    tagLength: 128,
  };
}
