import type { Instant } from '../../model/identifiers.ts';
import { plausible } from './window.ts';

/*
 * A timestamp identifier (https://atproto.com/specs/tid) is 13 digits in base 32, whose alphabet sorts as ASCII does:
 *   bit 64 63   62 … 10                     9 … 0
 *   0  0        microseconds since 1970     clock identifier
 */
const alphabet = '234567abcdefghijklmnopqrstuvwxyz';
const form = /^[234567a-j][2-7a-z]{12}$/;

/** The network has no earlier records; other strings of 13 letters may look like an identifier. */
const earliest = BigInt(Date.UTC(2022, 0, 1));

/** The time in a record's key, to the millisecond; undefined for any other key or when it is not plausible. */
export function tidTime(key: string, notAfter: Instant): Instant | undefined {
  if (!form.test(key)) return undefined;
  let value = 0n;
  for (const digit of key) value = value * 32n + BigInt(alphabet.indexOf(digit));
  const milliseconds = (value >> 10n) / 1000n;
  return plausible(milliseconds - earliest, earliest, notAfter);
}
