import { argon2id } from 'hash-wasm';

/** Parameters of Argon2id (RFC 9106, 3.1). `memory` is in KiB. */
export interface Argon2Cost {
  readonly memory: number;
  readonly passes: number;
}

/** RFC 9106, 4: the second recommended choice, for memory-constrained devices; about a third of a second. */
export const usualCost: Argon2Cost = { memory: 65_536, passes: 3 };

/** How long a guess should take on the device that sets a passphrase, in milliseconds. */
const aimedAt = 500;

/**
 * The cost at which a guess takes about half a second on this device: one pass is timed, and so many are chosen, but
 * never less than the usual cost, which is above the floor of OWASP (Password Storage Cheat Sheet: 19 MiB, 2 passes).
 * `now` is in milliseconds.
 */
export async function tunedCost(now: () => number): Promise<Argon2Cost> {
  const { memory, passes } = usualCost;
  const started = now();
  await passphraseKey('a try', new Uint8Array(16), { memory, passes: 1 });
  const fit = Math.floor(aimedAt / Math.max(1, now() - started));
  return { memory, passes: Math.min(mostPasses, Math.max(passes, fit)) };
}

const mostPasses = 8;

/** Whether a file may ask for it: not much less than the usual cost, and no more than a phone can provide. */
export function isBearable({ memory, passes }: Argon2Cost): boolean {
  return memory >= 19_456 && memory <= 262_144 && passes >= 2 && passes <= mostPasses;
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
