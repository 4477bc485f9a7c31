import { readCertificate } from './certificate.ts';

/**
 * How a moment relates to a certificate's dates. `near`: before the term begins, but within the error of a clock set to
 * another time zone.
 */
export type TermState = 'within' | 'near' | 'not-begun' | 'ended';

// The widest span of the world's time zones (UTC−12 to UTC+14).
const CLOCK_TOLERANCE = 26 * 3_600_000; // ms

/**
 * Whether the moment lies within the certificate's dates, ends included. There is no tolerance at the end, because the
 * signer can check that date first. Throws when the bytes are not a certificate.
 */
export function termStateOf(certificate: Uint8Array, at: Date): TermState {
  const { notBefore, notAfter } = readCertificate(certificate);
  if (at.getTime() > notAfter.getTime()) return 'ended';
  const early = notBefore.getTime() - at.getTime();
  if (early <= 0) return 'within';
  return early > CLOCK_TOLERANCE ? 'not-begun' : 'near';
}
