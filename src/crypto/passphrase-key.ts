import { argon2id } from 'hash-wasm';

/** Parameters of Argon2id (RFC 9106, 3.1). `memory` is in KiB. */
export interface Argon2Cost {
  readonly memory: number;
  readonly passes: number;
}

/** RFC 9106, 4: the second recommended choice, for memory-constrained devices; about a third of a second. */
export const usualCost: Argon2Cost = { memory: 65_536, passes: 3 };

/** Whether a file may ask for it: not much less than the usual cost, and no more than a phone can provide. */
export function isBearable({ memory, passes }: Argon2Cost): boolean {
  return memory >= 19_456 && memory <= 262_144 && passes >= 2 && passes <= 8;
}

/**
 * The AES-256-GCM key of a passphrase, not extractable: Argon2id with one lane over its UTF-8. The text is normalised
 * to NFKC, so that the keyboard on which it is typed does not matter.
 */
export async function passphraseKey(
  passphrase: string,
  salt: Uint8Array,
  { memory, passes }: Argon2Cost,
): Promise<CryptoKey> {
  const bytes = await argon2id({
    password: passphrase.normalize('NFKC'),
    salt,
    parallelism: 1,
    iterations: passes,
    memorySize: memory,
    hashLength: 32,
    outputType: 'binary',
  });
  try {
    return await crypto.subtle.importKey('raw', new Uint8Array(bytes), 'AES-GCM', false, [
      'encrypt',
      'decrypt',
    ]);
  } finally {
    bytes.fill(0);
  }
}
