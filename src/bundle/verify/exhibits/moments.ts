import type { CustodyEvent } from '../../../model/custody.ts';
import type { Finding } from '../../../model/finding.ts';
import { altered, noted } from '../../findings.ts';

const second = 1_000;
const hour = 3_600 * second;
/** A day, in milliseconds. */
export const day = 24 * hour;

/**
 * How far a time in a record and the event of the same act may differ, in milliseconds. The program reads the clock for
 * the record first and right after that for the event. Writing files, a backup or sleep may delay the event; setting
 * the clock may move it either way. Beyond `far` it was not one act.
 */
const near = { early: 5 * second, late: hour } as const;
const far = { early: hour, late: 7 * day } as const;

/** One act with its time in a record and in the chain. `claim` says what happened, as a clause. */
export interface ToldTwice {
  readonly subject: string;
  readonly claim: string;
  readonly at: string;
  readonly event: Pick<CustodyEvent, 'at'>;
}

/**
 * Compares the record's time of an act with that of its event: nothing when they fit, a notice when a set clock or a
 * sleeping computer explains the difference, otherwise a failure.
 */
export function compareMoments({ subject, claim, at, event }: ToldTwice): readonly Finding[] {
  const sentence = `The record says that ${claim} at ${at}. The chain says ${event.at}.`;
  return spanFindings(subject, [at, event.at], { sentence });
}

/** The same for two times that `sentence` describes; no more than `longest` may be between them. */
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

/** Why two times of one act may differ on an honest computer. */
export const chance = 'A clock that was set, or a computer that slept, can do this.';

/** A duration in words: the largest unit that fits, rounded down. */
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
