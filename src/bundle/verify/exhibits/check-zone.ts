import type { CaptureRecord } from '../../../model/capture.ts';
import type { Finding } from '../../../model/finding.ts';
import { altered, noted } from '../../findings.ts';

/** In minutes: how much a zone's rules may differ between the recording and this check. */
const mostZone = 180;

/** Whether the recording's zone had the stated offset at that moment. `path` is the record's. */
export function checkZone(path: string, { clocks, post }: CaptureRecord): readonly Finding[] {
  const shown = post?.displayedTime?.zone;
  if (shown !== undefined && !zoneName.test(shown)) return [nameOfNone(path)];
  if (clocks === undefined) return [];
  const there = offsetAt(clocks.zone, Date.parse(clocks.capturedAt));
  if (there === undefined) return [unknown(path, clocks.zone)];
  if (there === clocks.offsetMinutes) return [];
  const why = `The zone ${clocks.zone} was ${there} minutes from UTC then; the record says ${clocks.offsetMinutes}.`;
  return Math.abs(there - clocks.offsetMinutes) > mostZone
    ? [altered('capture.zone.mismatch', path, why)]
    : [noted('capture.zone.differs', path, why)];
}

/** Names of zones in every browser: `Europe/London`, `UTC`, `+01:00`. */
const zoneName = /^(?:[A-Za-z][A-Za-z0-9_+-]{0,40}(?:\/[A-Za-z0-9_+-]{1,40}){0,2}|[+-]\d{2}:\d{2})$/;

/** A zone may be newer than this program, but its name must have a zone's form. */
function unknown(path: string, zone: string): Finding {
  return zoneName.test(zone)
    ? noted(
        'capture.zone.not-checked',
        path,
        `The zone ${zone} is not known here. Whether the record has its offset right was not checked.`,
      )
    : nameOfNone(path);
}

function nameOfNone(path: string): Finding {
  return altered(
    'capture.zone.mismatch',
    path,
    'What stands for a zone of the recording is the name of none.',
  );
}

/** Minutes east of UTC in a zone at a moment; undefined when the zone is unknown here. */
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
    // The parts have no fractions of a minute.
    return Math.round((there - at + (at % 60_000)) / 60_000);
  } catch {
    return undefined;
  }
}
