import type { Instant } from '../../model/identifiers.ts';
import { plausible } from './window.ts';

/*
 * The number of a video or a set of photos is a positive 64-bit one:
 *   bit 63   62 … 32               31 … 22        21 … 0
 *   0        seconds since 1970    milliseconds   kind, machine, sequence
 * That bits 31 to 22 are milliseconds is inferred: in all known numbers they are below 1000.
 */
const largest = (1n << 63n) - 1n;

/** Numbers of this form are known from December 2017 on; earlier times mean another kind of number. */
const earliest = BigInt(Date.UTC(2017, 0, 1));

/** When an upload began; undefined when `id` is no such number or the time is not plausible. */
export function tiktokTime(id: string, notAfter: Instant): Instant | undefined {
  if (!/^[1-9]\d{0,18}$/.test(id)) return undefined;
  const value = BigInt(id);
  if (value > largest) return undefined;
  const fraction = (value >> 22n) & 1023n;
  const milliseconds = (value >> 32n) * 1000n + (fraction < 1000n ? fraction : 0n);
  return plausible(milliseconds - earliest, earliest, notAfter);
}
