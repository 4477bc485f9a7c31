import type { TimeStampFacts } from '../../../crypto/time-stamp/time-stamp-check.ts';
import type { Losses } from '../../../custody/losses.ts';
import type { CaptureRecord } from '../../../model/capture.ts';
import type { CustodyEvent } from '../../../model/custody.ts';
import type { Finding } from '../../../model/finding.ts';
import { type Anchor, stampFileNames } from '../../../model/time-stamp.ts';
import { wellFormed } from '../../../model/well-formed.ts';
import { altered, held, noted } from '../../findings.ts';
import { captureRecordName } from '../../layout.ts';
import type { FileContent } from '../contents.ts';
import { unwitnessed } from '../custody/lost-witness.ts';
import { clockTolerance } from './time-stamp-findings.ts';

/** The events of one exhibit. `preparedAt` is the sequence number of the event that began this bundle. */
export interface ExhibitHistory {
  readonly events: readonly CustodyEvent[];
  readonly preparedAt: number;
  /** The event with the latest time in the whole chain up to this sequence number. */
  readonly latestUntil: (sequence: number) => CustodyEvent | undefined;
  readonly losses: Losses;
}

/** An exhibit's record and one of its time-stamps, with facts as far as it is present and reliable. */
export interface StampedRecord {
  /** Which of the time-stamps. */
  readonly anchor: Anchor;
  /** Ends with a slash. */
  readonly folder: string;
  readonly record: CaptureRecord;
  readonly recordSha256: string;
  readonly file: FileContent | undefined;
  /** The revocation lists beside it. */
  readonly lists: FileContent | undefined;
  readonly facts: TimeStampFacts | undefined;
}

/** The events that record this time-stamp. One without a number is about the first. */
export function stampedEvents(
  { events }: Pick<ExhibitHistory, 'events'>,
  anchor: Anchor,
): readonly CustodyEvent[] {
  return events.filter(
    ({ action, detail }) =>
      action === 'capture.stamped' && (detail['timeStampNumber'] === 2 ? 2 : 1) === anchor,
  );
}

/**
 * Whether chain, record and time-stamp agree. The log stores a time-stamp and its event in one act, so the time-stamp
 * that the event names must be here, and without an event there must be none. The time-stamp may be missing when its
 * event is from after the export began.
 */
export function checkStampedEvent(stamped: StampedRecord, history: ExhibitHistory): readonly Finding[] {
  return [...checkEvent(stamped, history), ...checkLists(stamped, history)];
}

function checkEvent(stamped: StampedRecord, history: ExhibitHistory): readonly Finding[] {
  const { folder, anchor, file, facts } = stamped;
  const { events, preparedAt, losses } = history;
  const path = `${folder}${stampFileNames[anchor].reply}`;
  const own = stampedEvents(history, anchor);
  const [event] = own;
  if (event === undefined && file === undefined) return [];
  if (event === undefined)
    return losses.count > 0
      ? [unwitnessed('capture.stamped.lost', path, 'that a time-stamp was received for this record')]
      : [unexplained(path, facts)];
  if (own.length > 1)
    return [
      altered('capture.stamped.duplicate', path, 'The chain says more than once that it was time-stamped.'),
    ];
  const committed = events.find(({ action }) => action === 'capture.committed');
  const findings =
    committed !== undefined && committed.sequence > event.sequence
      ? [
          altered(
            'capture.stamped.order',
            path,
            'The chain says that it was time-stamped before it was recorded.',
          ),
        ]
      : [];
  if (file === undefined) return [...findings, gone(path, event.sequence > preparedAt)];
  const wrong = differences(stamped, event);
  if (wrong.length > 0) {
    const detail = `The chain tells of another time-stamp than the one that is here. These differ: ${wrong.join(', ')}.`;
    return [...findings, altered('capture.stamped.mismatch', path, detail)];
  }
  if (facts === undefined) return findings;
  return [...findings, held('capture.stamped.match', path, 'The chain tells of this very time-stamp.')];
}

/** The lists must be here exactly where the event names them; they are stored in the same act as the time-stamp. */
function checkLists(
  { folder, anchor, file, lists }: StampedRecord,
  history: ExhibitHistory,
): readonly Finding[] {
  const { preparedAt, losses } = history;
  const path = `${folder}${stampFileNames[anchor].lists}`;
  const [event] = stampedEvents(history, anchor);
  // The lost event is reported for the time-stamp beside the lists.
  if (event === undefined && file !== undefined && losses.count > 0) return [];
  const stated = event?.detail['listsSha256'];
  if (lists === undefined) {
    const isLate = file === undefined && event !== undefined && event.sequence > preparedAt;
    return stated === undefined || isLate
      ? []
      : [altered('capture.stamped.missing', path, `The chain says that ${kept}. They are not here.`)];
  }
  if (stated === undefined)
    return [altered('capture.stamped.unexplained', path, `The chain does not say that ${kept}.`)];
  return stated === lists.sha256
    ? [held('capture.stamped.match', path, 'The chain tells of these very lists.')]
    : [altered('capture.stamped.mismatch', path, 'The chain tells of other lists than those that are here.')];
}

const kept = 'lists of withdrawn certificates were kept with a time-stamp of this record';

function gone(path: string, isLate: boolean): Finding {
  return isLate
    ? noted(
        'capture.stamped.late',
        path,
        'The time-stamp of this record came while the bundle was being made. It is not in this one.',
      )
    : altered(
        'capture.stamped.missing',
        path,
        'The chain says that an authority time-stamped this record. The time-stamp is not here.',
      );
}

/** Without an event nothing names the authority; only a root that the reader trusts can confirm it. */
function unexplained(path: string, facts: TimeStampFacts | undefined): Finding {
  const says =
    'There is a time-stamp over this record, and the chain does not say that one was ever received.';
  return facts?.root === undefined
    ? altered('capture.stamped.unexplained', path, says)
    : noted('capture.stamped.unexplained', path, `${says} It stands under a root that was given as trusted.`);
}

/** What contradicts the event, in words. Details that earlier versions did not write are not compared. */
function differences(
  { record, recordSha256, file, facts }: StampedRecord,
  event: CustodyEvent,
): readonly string[] {
  const { detail } = event;
  const wrong = [
    isAbsentOr(detail['timeStampNumber'], 2) ? '' : 'which of its time-stamps it is',
    detail['recordSha256'] === recordSha256 ? '' : 'the record',
    isAbsentOr(detail['replySha256'], file?.sha256) ? '' : 'the file',
  ];
  if (facts !== undefined) {
    const { genTime } = facts;
    const madeAt = Date.parse(record.clocks?.capturedAt ?? record.startedAt);
    const after = (genTime.getTime() - madeAt) / 1000;
    wrong.push(
      detail['genTime'] === genTime.toISOString() ? '' : 'the time',
      detail['authority'] === nameOf(facts) ? '' : 'the authority',
      isAbsentOrNear(detail['secondsAfterCapture'], after) ? '' : 'how long after the recording it was',
      isTooEarly(event, genTime) ? 'when it was received' : '',
    );
  }
  return wrong.filter(each => each !== '');
}

/** Whether the event precedes the time-stamp, corrected by the recorded clock difference. */
function isTooEarly({ at, detail }: CustodyEvent, genTime: Date): boolean {
  const difference = detail['clockDifferenceSeconds'];
  if (typeof difference !== 'number') return false;
  return Date.parse(at) < genTime.getTime() - difference * 1000 - clockTolerance;
}

/** The name as the log stores it: see `TimeStampQueue` and `keepTimeStamp`. */
function nameOf({ authority = '' }: TimeStampFacts): string {
  return wellFormed(authority.slice(0, 200));
}

function isAbsentOr(stated: unknown, value: unknown): boolean {
  return stated === undefined || stated === value;
}

function isAbsentOrNear(stated: unknown, seconds: number): boolean {
  return stated === undefined || (typeof stated === 'number' && Math.abs(stated - seconds) < 0.01);
}

/**
 * A record cannot contain the time of its own time-stamp, which is made over the finished record. One that states such
 * a time is unproven, unless the first time-stamp has the same time.
 */
export function checkClaim({ folder, record, facts }: StampedRecord): readonly Finding[] {
  const claimed = record.clocks?.genTime;
  if (claimed === undefined) return [];
  const path = `${folder}${captureRecordName}`;
  if (facts === undefined) {
    const detail = `The record says that an authority's clock said ${claimed}. There is no time-stamp that shows it.`;
    return [altered('capture.gen-time.unproven', path, detail)];
  }
  if (Date.parse(claimed) === facts.genTime.getTime())
    return [held('capture.gen-time.match', path, 'The record states the moment that the time-stamp says.')];
  const detail = `The record says that an authority's clock said ${claimed}. The time-stamp says ${facts.genTime.toISOString()}.`;
  return [altered('capture.gen-time.mismatch', path, detail)];
}
