import type { Instant } from '../model/identifiers.ts';
import { instantAt } from './time.ts';

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

const earliestAfterEpoch = 10_000n;
const latestAfterCapture = 24n * 60n * 60n * 1000n;

/**
 * The millisecond a snowflake was made. Undefined when `id` is not a snowflake, when it lies in the epoch's
 * first ten seconds (where every older, sequential identifier falls), or more than a day after `notAfter`.
 */
export function snowflakeTime(id: string, scheme: SnowflakeScheme, notAfter: Instant): Instant | undefined {
  if (!/^[1-9]\d{0,18}$/.test(id)) return undefined;
  const value = BigInt(id);
  if (value > largest) return undefined;
  const sinceEpoch = value >> timeShift;
  const at = sinceEpoch + scheme.epoch;
  const limit = BigInt(Date.parse(notAfter)) + latestAfterCapture;
  return sinceEpoch < earliestAfterEpoch || at > limit ? undefined : instantAt(Number(at));
}
