import type { CustodyEvent } from '../../../model/custody.ts';
import type { Finding } from '../../../model/finding.ts';
import { altered, noted } from '../../findings.ts';

const second = 1_000;
const hour = 3_600 * second;
/** A day, in milliseconds. */
export const day = 24 * hour;

/**
 * How far a moment in a record and the event of the same act may lie apart, in milliseconds. The product reads the
 * clock for the record first and for the event right after. Files that are written, a backup that holds the log, or a
 * computer that sleeps come between them; a clock that is set does so by chance. Beyond `far` it was not one act.
 */
const near = { early: 5 * second, late: hour } as const;
const far = { early: hour, late: 7 * day } as const;

/** One act that is told twice: in a record, and in the chain. `told` says what of it the record tells. */
export interface ToldTwice {
  readonly subject: string;
  readonly claim: string;
  readonly at: string;
  readonly event: Pick<CustodyEvent, 'at'>;
}

/**
 * Whether the moment that a record tells and that of the event right after it are those of one act: nothing when they
 * are, or a word on a clock that was set and a computer that slept, or that both cannot be so.
 */
export function compareMoments({ subject, claim, at, event }: ToldTwice): readonly Finding[] {
  const sentence = `The record says that ${claim} at ${at}. The chain says ${event.at}.`;
  return spanFindings(subject, [at, event.at], { sentence });
}

/** The same for two moments of which `sentence` tells; nothing is between them for longer than `longest`. */
export function spanFindings(
  subject: string,
  [first, second]: readonly [string, string],
  { sentence, longest = far.late }: { readonly sentence: string; readonly longest?: number },
): readonly Finding[] {
  const later = Date.parse(second) - Date.parse(first);
  if (later >= -near.early && later <= near.late) return [];
  const both = `${sentence} They are ${spanOf(later)} apart.`;
  if (later < -far.early || later > longest)
    return [altered('custody.time.mismatch', subject, `${both} Both cannot be so.`)];
  return [noted('custody.time.apart', subject, `${both} ${chance}`)];
}

/** Why two moments of one act may differ on a computer that did nothing wrong. */
export const chance = 'A clock that was set, or a computer that slept, can do this.';

/** A length of time as people say it: the largest unit that fits, whole. */
export function spanOf(milliseconds: number): string {
  const length = Math.abs(milliseconds);
  const [name, unit] = units.find(([, size]) => length >= size) ?? ['second', second];
  const count = Math.floor(length / unit);
  if (count === 0) return 'less than a second';
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

const units: readonly (readonly [string, number])[] = [
  ['year', 365 * day],
  ['day', day],
  ['hour', hour],
  ['minute', 60 * second],
  ['second', second],
];
