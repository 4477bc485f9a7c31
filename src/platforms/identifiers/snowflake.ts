import type { Instant } from '../../model/identifiers.ts';
import { plausible } from './window.ts';

/*
 * A snowflake is a positive 64-bit number:
 *   bit 63   62 … 22                            21 … 12   11 … 0
 *   0        milliseconds since the epoch       worker    sequence
 */
const timeShift = 22n;
const largest = (1n << 63n) - 1n;

/** Where a platform's snowflakes begin, in milliseconds since 1970. */
export interface SnowflakeScheme {
  readonly epoch: bigint;
}

/** The time in a snowflake, to the millisecond; undefined when `id` is none or the time is not {@link plausible}. */
export function snowflakeTime(id: string, scheme: SnowflakeScheme, notAfter: Instant): Instant | undefined {
  if (!/^[1-9]\d{0,18}$/.test(id)) return undefined;
  const value = BigInt(id);
  if (value > largest) return undefined;
  return plausible(value >> timeShift, scheme.epoch, notAfter);
}
