import type { CaptureRecord } from '../model/capture.ts';
import type { Finding } from '../model/finding.ts';
import { altered, noted } from './findings.ts';

/** A computer's clock is put right by so much while a page is recorded, at the very most. */
const mostPutRight = 5 * 60_000;
/** Rules of a zone may be others where a bundle is checked than where it was recorded; never by so much. */
const mostZone = 180;

/**
 * Whether the moments of a recording can follow one another as it says, begun, captured, ended, and whether its zone had
 * the offset that it names. A clock that was put right meanwhile is worth noting; more of it cannot be.
 */
export function checkClocks(path: string, record: CaptureRecord): readonly Finding[] {
  const { startedAt, completedAt, clocks } = record;
  const moments = [startedAt, ...(clocks === undefined ? [] : [clocks.capturedAt]), completedAt];
  const back = Math.max(
    ...moments.map((at, index) => {
      const before = Math.max(...moments.slice(0, index + 1).map(each => Date.parse(each)));
      return before - Date.parse(at);
    }),
  );
  return [...checkOrder(path, record, back), ...checkZone(path, record)];
}

function checkOrder(path: string, { outcome }: CaptureRecord, back: number): readonly Finding[] {
  if (back <= 0) return [];
  const seconds = Math.max(1, Math.round(back / 1_000));
  const why = `It is said to end before it began, or to show the page before or after that: by ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`;
  // A recording that was cut off is ended when the browser starts again, whatever its clock says then.
  if (back > mostPutRight && outcome === 'complete')
    return [altered('capture.clocks.contradicted', path, why)];
  return [noted('capture.clocks.backwards', path, `${why} The clock may have been put right meanwhile.`)];
}

function checkZone(path: string, { clocks }: CaptureRecord): readonly Finding[] {
  if (clocks === undefined) return [];
  const there = offsetAt(clocks.zone, Date.parse(clocks.capturedAt));
  if (there === undefined || there === clocks.offsetMinutes) return [];
  const why = `The zone ${clocks.zone} was ${there} minutes from UTC then; the record says ${clocks.offsetMinutes}.`;
  return Math.abs(there - clocks.offsetMinutes) > mostZone
    ? [altered('capture.zone.mismatch', path, why)]
    : [noted('capture.zone.differs', path, why)];
}

/** Minutes east of UTC in a zone at a moment; undefined when the zone is not known here. */
function offsetAt(timeZone: string, at: number): number | undefined {
  try {
    const parts = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
    }).formatToParts(at);
    const part = (type: string) => Number(parts.find(each => each.type === type)?.value);
    const there = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
    return Math.round((there - at) / 60_000);
  } catch {
    return undefined;
  }
}
