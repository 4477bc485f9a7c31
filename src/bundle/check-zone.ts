import type { CaptureRecord } from '../model/capture.ts';
import type { Finding } from '../model/finding.ts';
import { altered, noted } from './findings.ts';

/** Rules of a zone may be others where a bundle is checked than where it was recorded; never by so much, in minutes. */
const mostZone = 180;

/** Whether the zone of a recording had, at that moment, the offset that the record names. `path` is where it stands. */
export function checkZone(path: string, { clocks }: CaptureRecord): readonly Finding[] {
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
    // The parts hold no seconds.
    return Math.round((there - at + (at % 60_000)) / 60_000);
  } catch {
    return undefined;
  }
}
