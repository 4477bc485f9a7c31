import type { CaptureRecord } from '../../../model/capture.ts';
import type { CustodyEvent } from '../../../model/custody.ts';
import type { Finding } from '../../../model/finding.ts';
import { faultWords } from '../../../words/faults.ts';
import { altered, held, noted } from '../../findings.ts';
import { chance, compareMoments, spanOf } from './moments.ts';

/** A clock that is put right by the network is moved by less, in milliseconds; of more a recording shows nothing. */
const mostPutRight = 1_000;

/** Longer than any recording takes; a chooser that stays open, or a computer that sleeps, adds to it. */
const longest = 24 * 3_600_000;

/**
 * What a record says of its own time: begun, then the picture, then finished. One clock tells all three, and where it
 * is set back meanwhile Holdfast writes down none earlier than the one before. A recording that the browser broke off
 * is finished after the next start: there the clock may have been set back by any length.
 */
export function checkClocks(path: string, record: CaptureRecord): readonly Finding[] {
  const { startedAt, completedAt, clocks } = record;
  const steps = [
    ...(clocks === undefined ? [] : [['picture', startedAt, clocks.capturedAt] as const]),
    ...(clocks === undefined ? [] : [['end', clocks.capturedAt, completedAt] as const]),
    ['end', startedAt, completedAt] as const,
  ];
  const [back] = steps
    .filter(step => lengthOf(step) > 0)
    .toSorted((one, other) => lengthOf(other) - lengthOf(one));
  if (back !== undefined) return [outOfOrder(path, record, back)];
  const took = Date.parse(completedAt) - Date.parse(startedAt);
  if (took > longest)
    return [
      noted(
        'capture.time.long',
        path,
        `From its beginning to its end it took ${spanOf(took)}. A choice that was left open, or a computer that slept, can do this.`,
      ),
    ];
  return [
    held('capture.time.ordered', path, 'It was begun, then the picture was taken, then it was finished.'),
  ];
}

/** What comes after something, when that was, and when it was itself. */
type BackStep = readonly [what: 'picture' | 'end', before: string, after: string];

/** By how much it comes before what it follows, in milliseconds. */
function lengthOf([, before, after]: BackStep): number {
  return Date.parse(before) - Date.parse(after);
}

function outOfOrder(path: string, record: CaptureRecord, step: BackStep): Finding {
  const [what, before, after] = step;
  const sentence = `Its ${what} at ${after} comes before what it follows, at ${before}.`;
  if (what === 'end' && isInterrupted(record))
    return noted(
      'capture.time.set-back',
      path,
      `${sentence} It was broken off and finished later. ${chance}`,
    );
  return lengthOf(step) <= mostPutRight
    ? noted('capture.time.set-back', path, `${sentence} ${chance}`)
    : altered('capture.time.impossible', path, `${sentence} This cannot be so.`);
}

/** Broken off by the browser, and finished by the next start of the program. */
function isInterrupted({ steps }: CaptureRecord): boolean {
  const reason = faultWords['capture.interrupted'].happened;
  return steps.some(step => step.outcome === 'failed' && step.reason === reason);
}

/** What a record's own time is held against. */
export interface ChainTimes {
  readonly opened: CustodyEvent | undefined;
  readonly committed: CustodyEvent;
}

/** The case is opened with its first recording at the latest: so much earlier a gesture may have been, in milliseconds. */
const beforeOpening = 24 * 3_600_000;

/** A record's time against the chain: kept right after it was finished, and not begun before there was a case. */
export function checkChainTimes(
  record: CaptureRecord,
  { opened, committed }: ChainTimes,
): readonly Finding[] {
  const { reference, startedAt, completedAt } = record;
  const kept = compareMoments({
    ...{ subject: reference, claim: 'the recording was finished', at: completedAt },
    event: committed,
  });
  const early = opened === undefined ? 0 : Date.parse(opened.at) - Date.parse(startedAt);
  if (opened === undefined || early <= beforeOpening) return kept;
  const sentence = `The record says that the recording was begun at ${startedAt}. The case was opened at ${opened.at}, ${spanOf(early)} later.`;
  // Opened by a clock that ran ahead, which was set back before the recording: the chain shows that.
  return Date.parse(committed.at) < Date.parse(opened.at)
    ? [...kept, noted('custody.time.apart', reference, `${sentence} ${chance}`)]
    : [...kept, altered('custody.time.mismatch', reference, `${sentence} Both cannot be so.`)];
}
