import type { CaptureRecord, PreviousEvent } from '../../../model/capture.ts';
import type { CustodyEvent } from '../../../model/custody.ts';
import type { Finding } from '../../../model/finding.ts';
import { altered, held, noted } from '../../findings.ts';
import { captureRecordName } from '../../layout.ts';
import { type ExhibitHistory, type StampedRecord, stampedEvents } from './check-stamped-event.ts';
import { clockTolerance, roomOf } from './time-stamp-findings.ts';

/**
 * Whether the event that a record names is the one before its own in the chain. Empty for records of earlier versions,
 * which name none.
 */
export function checkPreviousEvent(record: CaptureRecord, committed: CustodyEvent): readonly Finding[] {
  const { reference, previousEvent } = record;
  if (previousEvent === undefined) return [];
  if (isBefore(previousEvent, committed))
    return [held('capture.previous-event.match', reference, 'The record names the event before its own.')];
  const detail = `The record names event ${previousEvent.sequence}, with the digest ${previousEvent.digest}, as the one before its own. The chain has another there.`;
  return [altered('capture.previous-event.mismatch', reference, detail)];
}

function isBefore({ sequence, digest }: PreviousEvent, committed: CustodyEvent): boolean {
  return sequence === committed.sequence - 1 && digest === committed.previous;
}

/**
 * A time-stamp over a record covers every event up to the one that the record names, so none of them can be later.
 * Event times are by the computer's clock; the time-stamp's own event states its difference. A clock that ran ahead and
 * was corrected before the time-stamp shows in the chain and is only a notice.
 */
export function checkBeforeStamp(
  { folder, anchor, record, facts }: StampedRecord,
  history: ExhibitHistory,
): readonly Finding[] {
  const { events, latestUntil } = history;
  const { previousEvent } = record;
  const committed = events.find(({ action }) => action === 'capture.committed');
  if (previousEvent === undefined || facts === undefined || committed === undefined) return [];
  const latest = latestUntil(previousEvent.sequence);
  if (latest === undefined || !isBefore(previousEvent, committed)) return [];
  const [stamped] = stampedEvents(history, anchor);
  const difference = stamped?.detail['clockDifferenceSeconds'];
  const own = facts.genTime.getTime() - (typeof difference === 'number' ? difference * 1000 : 0);
  const path = `${folder}${captureRecordName}`;
  if (Date.parse(latest.at) <= own + clockTolerance + roomOf(facts)) {
    const detail = 'No event up to the one that the record names says that it is later than the time-stamp.';
    return [held('capture.previous-event.ordered', path, detail)];
  }
  const says = `Event ${latest.sequence} of the chain, which was there when this was recorded, says ${latest.at}. The time-stamp over the record says ${facts.genTime.toISOString()}.`;
  return stamped !== undefined && Date.parse(stamped.at) < Date.parse(latest.at)
    ? [
        noted(
          'capture.previous-event.set-back',
          path,
          `${says} The computer’s clock was set back in between.`,
        ),
      ]
    : [altered('capture.previous-event.later', path, `${says} Both cannot be so.`)];
}

/** A record with the event of its recording. */
export interface ChainedRecord {
  readonly record: CaptureRecord;
  readonly committed: CustodyEvent;
}

/** Once a record names the event before its own, all later ones by the same or a newer version must do so too. */
export function checkPreviousNamed(records: readonly ChainedRecord[]): readonly Finding[] {
  const inOrder = records.toSorted((one, other) => one.committed.sequence - other.committed.sequence);
  let first: string | undefined;
  return inOrder.flatMap(({ record: { reference, previousEvent, software } }) => {
    const isSince = first !== undefined && compareVersions(software.version, first) >= 0;
    if (previousEvent !== undefined) {
      first = first === undefined || !isSince ? software.version : first;
      return [];
    }
    const detail = 'The record names no event before its own. One that was recorded before it does.';
    return isSince ? [altered('capture.previous-event.missing', reference, detail)] : [];
  });
}

/** Numerically: 0.10.0 is after 0.9.0. */
function compareVersions(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}

/**
 * A function for the latest event, by its time, up to a sequence number, computed in one pass. It returns undefined
 * before the first event; the number may be a lost event's.
 */
export function latestIn(events: readonly CustodyEvent[]): (sequence: number) => CustodyEvent | undefined {
  const latest: CustodyEvent[] = [];
  for (const event of events) {
    const last = latest.at(-1);
    if (last === undefined || event.at > last.at) latest.push(event);
  }
  return sequence => {
    let [low, high] = [0, latest.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((latest[middle]?.sequence ?? 0) <= sequence) low = middle + 1;
      else high = middle;
    }
    return latest[low - 1];
  };
}
