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

/** What the chain says of one exhibit. `preparedAt` is the number of the event that began this bundle. */
export interface ExhibitHistory {
  readonly events: readonly CustodyEvent[];
  readonly preparedAt: number;
  /** Of the whole chain's events up to this number, the one whose moment is the latest. */
  readonly latestUntil: (sequence: number) => CustodyEvent | undefined;
  readonly losses: Losses;
}

/** The record of an exhibit, and one of the time-stamps beside it as far as it is there and can be relied on. */
export interface StampedRecord {
  /** Which of them. */
  readonly anchor: Anchor;
  /** Ends with a slash. */
  readonly folder: string;
  readonly record: CaptureRecord;
  readonly recordSha256: string;
  readonly file: FileContent | undefined;
  /** The lists of revoked certificates beside it. */
  readonly lists: FileContent | undefined;
  readonly facts: TimeStampFacts | undefined;
}

/** The events that say that this time-stamp of a record came. One that names no second one is of the first. */
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
 * Whether chain, record and time-stamp tell one story. A time-stamp and its event are written into the log in one act:
 * where the chain has the event, the time-stamp is here and is the one that it names; where it has none, there is no
 * time-stamp. An event from the time when the bundle was already being made may lack its time-stamp.
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

/** The lists are here exactly where the event names them; they came in the same act as the time-stamp. */
function checkLists(
  { folder, anchor, file, lists }: StampedRecord,
  history: ExhibitHistory,
): readonly Finding[] {
  const { preparedAt, losses } = history;
  const path = `${folder}${stampFileNames[anchor].lists}`;
  const [event] = stampedEvents(history, anchor);
  // That the event is lost is said of the time-stamp beside them.
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

/** Without an event the record does not name the authority; only a root that the reader trusts can. */
function unexplained(path: string, facts: TimeStampFacts | undefined): Finding {
  const says =
    'There is a time-stamp over this record, and the chain does not say that one was ever received.';
  return facts?.root === undefined
    ? altered('capture.stamped.unexplained', path, says)
    : noted('capture.stamped.unexplained', path, `${says} It stands under a root that was given as trusted.`);
}

/** What of the event is not so, in words. A detail that earlier versions did not write is not looked at. */
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

/** By the computer's clock, which is the authority's less the difference that was found, it had not been received yet. */
function isTooEarly({ at, detail }: CustodyEvent, genTime: Date): boolean {
  const difference = detail['clockDifferenceSeconds'];
  if (typeof difference !== 'number') return false;
  return Date.parse(at) < genTime.getTime() - difference * 1000 - clockTolerance;
}

/** As the log keeps the name: see `TimeStampQueue` and `keepTimeStamp`. */
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
 * A record cannot hold the moment of its own time-stamp, which is made over the finished record. One that states such a
 * moment claims what nothing here can show, unless the first time-stamp says the very same.
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
