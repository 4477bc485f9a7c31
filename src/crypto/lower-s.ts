import { type Curve, coordinateLengths, signatureFromDer } from './der.ts';

/** The number of points on each curve (SEC 2, 2.4.2 and 2.5.1). */
const orders: Readonly<Record<Curve, bigint>> = {
  'P-256': 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  'P-384':
    0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
};

/**
 * The signature r ‖ s with the lower of its two s. Beside every ECDSA signature (r, s) there is one more that holds,
 * (r, n − s), and anyone can make it: only if one of them alone is taken is a changed byte always seen.
 */
export function withLowerS(raw: ArrayBuffer, curve: Curve = 'P-256'): ArrayBuffer {
  const bytes = new Uint8Array(raw.slice());
  const length = coordinateLengths[curve];
  const s = sOf(bytes, curve);
  if (s <= orders[curve] / 2n) return bytes.buffer;
  const hex = (orders[curve] - s).toString(16).padStart(2 * length, '0');
  for (let at = 0; at < length; at += 1)
    bytes[length + at] = Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16);
  return bytes.buffer;
}

/** Whether a signature in DER is one of ECDSA on this curve with the higher s, which {@link withLowerS} never leaves. */
export function hasHigherS(der: Uint8Array, curve: Curve = 'P-256'): boolean {
  try {
    return sOf(signatureFromDer(der, curve), curve) > orders[curve] / 2n;
  } catch {
    return false; // no such signature at all
  }
}

function sOf(raw: Uint8Array, curve: Curve): bigint {
  let s = 0n;
  for (const byte of raw.subarray(coordinateLengths[curve])) s = (s << 8n) | BigInt(byte);
  return s;
}
