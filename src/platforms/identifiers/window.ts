import type { Instant } from '../../model/identifiers.ts';
import { instantAt } from '../reading/time.ts';

const earliestAfterEpoch = 10_000n;
const latestAfterCapture = 24n * 60n * 60n * 1000n;

/**
 * The instant `sinceEpoch` milliseconds after `epoch` (in milliseconds since 1970). Undefined in the epoch's first ten
 * seconds, where every older, sequential identifier falls, and more than a day after `notAfter`.
 */
export function plausible(sinceEpoch: bigint, epoch: bigint, notAfter: Instant): Instant | undefined {
  const at = sinceEpoch + epoch;
  const limit = BigInt(Date.parse(notAfter)) + latestAfterCapture;
  return sinceEpoch < earliestAfterEpoch || at > limit ? undefined : instantAt(Number(at));
}
