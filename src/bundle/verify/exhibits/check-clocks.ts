import type { CaptureRecord } from '../../../model/capture.ts';
import type { CustodyEvent } from '../../../model/custody.ts';
import type { Finding } from '../../../model/finding.ts';
import { faultWords } from '../../../words/faults.ts';
import { altered, held, noted } from '../../findings.ts';
import { chance, compareMoments, spanOf } from './moments.ts';

/** In milliseconds: network time corrects a clock by less, and no recording shows a larger backward step. */
const mostPutRight = 1_000;

/** In milliseconds, longer than any recording takes unless a chooser stays open or the computer sleeps. */
const longest = 24 * 3_600_000;

/**
 * Whether the record's times are in order: begun, picture, finished. All are by one clock; when it is set back
 * meanwhile, Holdfast records no time before the previous one. A recording that the browser interrupted is finished
 * after the next start, and by then the clock may have been set back by any amount.
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

/** A time that should come after another: which, the other, and the time itself. */
type BackStep = readonly [what: 'picture' | 'end', before: string, after: string];

/** By how many milliseconds it precedes the time it should follow. */
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

/** Whether the browser interrupted it and the program's next start finished it. */
function isInterrupted({ steps }: CaptureRecord): boolean {
  const reason = faultWords['capture.interrupted'].happened;
  return steps.some(step => step.outcome === 'failed' && step.reason === reason);
}

/** The events that a record's times are compared with. */
export interface ChainTimes {
  readonly opened: CustodyEvent | undefined;
  readonly committed: CustodyEvent;
}

/** How much earlier than the case's opening a recording may begin, in milliseconds: the first one opens it. */
const beforeOpening = 24 * 3_600_000;

/** Compares a record's times with the chain: committed right after it ends, begun no earlier than the case. */
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
  // The chain shows that the case was opened by a clock that ran ahead and was set back before the recording.
  return Date.parse(committed.at) < Date.parse(opened.at)
    ? [...kept, noted('custody.time.apart', reference, `${sentence} ${chance}`)]
    : [...kept, altered('custody.time.mismatch', reference, `${sentence} Both cannot be so.`)];
}
