import { type Curve, coordinateLengths, signatureFromDer } from './der.ts';

/** The order of each curve's group (SEC 2, 2.4.2 and 2.5.1). */
const orders: Readonly<Record<Curve, bigint>> = {
  'P-256': 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  'P-384':
    0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
};

/**
 * The signature r ‖ s with the lower of its two values of s. For every ECDSA signature (r, s), anyone can make a second
 * valid one, (r, n − s). Only if a single form is accepted is every changed byte detected.
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

/** Whether a DER signature is ECDSA on this curve with the higher s, which {@link withLowerS} never produces. */
export function hasHigherS(der: Uint8Array, curve: Curve = 'P-256'): boolean {
  try {
    return sOf(signatureFromDer(der, curve), curve) > orders[curve] / 2n;
  } catch {
    return false; // not an ECDSA signature
  }
}

function sOf(raw: Uint8Array, curve: Curve): bigint {
  let s = 0n;
  for (const byte of raw.subarray(coordinateLengths[curve])) s = (s << 8n) | BigInt(byte);
  return s;
}
