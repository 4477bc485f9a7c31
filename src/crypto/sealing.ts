import { unshared } from './bytes.ts';
import type { Random } from './random.ts';

// Sealed bytes:
//   byte  0        format, always 1
//   bytes 1–12     initialisation vector, random, never used twice under one key
//   bytes 13–      AES-256-GCM: ciphertext, as long as the plain bytes, then a tag of 16 bytes
// Authenticated beside them, not stored: the context in UTF-8.
const FORMAT = 1;
const IV_LENGTH = 12; // NIST SP 800-38D, 5.2.1.1: 96 bits
const TAG_LENGTH = 16;
const HEAD_LENGTH = 1 + IV_LENGTH;

/** The number of bytes that sealing adds. */
export const sealOverhead = HEAD_LENGTH + TAG_LENGTH;

/** Sealed bytes do not open: another key, another context, or changed or truncated bytes. It never says which. */
export class SealError extends Error {
  constructor(message = 'seal does not open', options?: ErrorOptions) {
    super(message, options);
    this.name = 'SealError';
  }
}

/**
 * Encrypts bytes with AES-256-GCM. `context` says where they belong, such as `artifacts/<captureId>/<sha256>`: they
 * open only under the same context, so no row can replace another. IVs are random: at most 2^32 seals per key.
 */
export async function seal(
  key: CryptoKey,
  bytes: Uint8Array,
  context: string,
  random: Random,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = random(IV_LENGTH);
  if (iv.length !== IV_LENGTH) throw new Error('random gave another number of bytes');
  const ciphertext = await crypto.subtle.encrypt(parameters(iv, context), key, unshared(bytes));
  const sealed = new Uint8Array(HEAD_LENGTH + ciphertext.byteLength);
  sealed[0] = FORMAT;
  sealed.set(iv, 1);
  sealed.set(new Uint8Array(ciphertext), HEAD_LENGTH);
  return sealed;
}

/** The bytes that were passed to {@link seal}. Throws {@link SealError} when they do not open. */
export async function unseal(
  key: CryptoKey,
  sealed: Uint8Array,
  context: string,
): Promise<Uint8Array<ArrayBuffer>> {
  if (sealed.length < sealOverhead) throw new SealError('sealed bytes are cut short');
  if (sealed[0] !== FORMAT) throw new SealError('seal of an unknown format');
  const whole = unshared(sealed);
  const iv = whole.subarray(1, HEAD_LENGTH);
  try {
    return new Uint8Array(
      await crypto.subtle.decrypt(parameters(iv, context), key, whole.subarray(HEAD_LENGTH)),
    );
  } catch (error) {
    throw new SealError(undefined, { cause: error });
  }
}

function parameters(iv: Uint8Array<ArrayBuffer>, context: string): AesGcmParams {
  return {
    name: 'AES-GCM',
    iv,
    additionalData: new TextEncoder().encode(context),
    tagLength: TAG_LENGTH * 8,
  };
}
