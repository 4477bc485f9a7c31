import { signatureFromDer } from './der.ts';

/** The number of points on P-256 (SEC 2, 2.4.2). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const COORDINATE_LENGTH = 32; // bytes of r and of s

/**
 * The signature r ‖ s with the lower of its two s. Beside every ECDSA signature (r, s) there is one more that holds,
 * (r, n − s), and anyone can make it: only if one of them alone is taken is a changed byte always seen.
 */
export function withLowerS(raw: ArrayBuffer): ArrayBuffer {
  const bytes = new Uint8Array(raw.slice());
  const s = sOf(bytes);
  if (s <= ORDER / 2n) return bytes.buffer;
  const hex = (ORDER - s).toString(16).padStart(2 * COORDINATE_LENGTH, '0');
  for (let at = 0; at < COORDINATE_LENGTH; at += 1)
    bytes[COORDINATE_LENGTH + at] = Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16);
  return bytes.buffer;
}

/** Whether a signature in DER is one of ECDSA P-256 with the higher s, which {@link withLowerS} never leaves. */
export function hasHigherS(der: Uint8Array): boolean {
  try {
    return sOf(signatureFromDer(der)) > ORDER / 2n;
  } catch {
    return false; // no such signature at all
  }
}

function sOf(raw: Uint8Array): bigint {
  let s = 0n;
  for (const byte of raw.subarray(COORDINATE_LENGTH)) s = (s << 8n) | BigInt(byte);
  return s;
}
