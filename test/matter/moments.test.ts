import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  byHappening,
  type Happening,
  happeningOf,
  londonDay,
  toldHappening,
} from '../../src/matter/moments.ts';
import { toInstant } from '../../src/model/identifiers.ts';
import { recordOf } from '../ui/records.ts';
import { entryOf, postedAt } from './told.ts';

describe('when a post was', () => {
  const machine = {
    at: toInstant(Date.UTC(2025, 5, 1, 12)),
    method: 'machine-time' as const,
    toleranceSeconds: 1,
  };
  const derived = { ...machine, at: toInstant(Date.UTC(2025, 5, 2, 12)), method: 'derived-from-id' as const };

  it('is the page’s own time before the one derived from the number', () => {
    expect(happeningOf(recordOf(1, {}, { postedAt: [derived, machine] }))).toEqual({
      basis: 'machine-time',
      at: machine.at,
      day: '2025-06-01',
    });
  });

  it('is the time derived from the number before that of recording', () => {
    expect(happeningOf(recordOf(1, {}, { postedAt: [derived] }))).toMatchObject({
      basis: 'derived-from-id',
      day: '2025-06-02',
    });
  });

  it('is else when it was recorded, and says so', () => {
    expect(happeningOf(recordOf(3, {}))).toMatchObject({ basis: 'recorded', day: '2026-01-03' });
  });
});

describe('a day in the United Kingdom', () => {
  it.each([
    ['2025-06-01T22:59:59.999Z', '2025-06-01'],
    ['2025-06-01T23:00:00.000Z', '2025-06-02'],
    ['2025-01-01T23:30:00.000Z', '2025-01-01'],
    ['2025-03-30T00:59:59.999Z', '2025-03-30'],
    ['2025-10-25T23:30:00.000Z', '2025-10-26'],
    ['2025-10-26T23:30:00.000Z', '2025-10-26'],
  ])('of %s is %s', (at, day) => {
    expect(londonDay(at)).toBe(day);
  });
});

describe('the order of happenings', () => {
  const at = (moment: string): Happening => ({ basis: 'machine-time', at: moment, day: londonDay(moment) });
  const told = (on: string, time = '') => toldHappening(entryOf({ on, time }));

  it('goes by the moment, past midnight in summer and through the hour that clocks show twice', () => {
    const moments = [
      '2025-06-01T22:30:00.000Z',
      '2025-06-01T23:30:00.000Z',
      '2025-06-02T09:00:00.000Z',
      '2025-10-26T00:45:00.000Z',
      '2025-10-26T01:15:00.000Z',
    ].map(at);
    expect(byHappening(moments.toReversed(), when => when)).toEqual(moments);
  });

  it.each(['09:30', '9.30', '9:30 am', '9:30am, I think', '09:30:15', 'about 09:30', 'At around 9:30 am'])(
    'reads a told %s by UK clocks',
    time => {
      const [before, after] = [at('2025-06-02T08:29:00.000Z'), at('2025-06-02T08:31:00.000Z')];
      const entry = told('2025-06-02', time);
      expect(byHappening([after, entry, before], when => when)).toEqual([before, entry, after]);
    },
  );

  it('knows morning from evening', () => {
    const times = ['12am', '7 am', '12 pm', '7 p.m.', '7:30 PM', '23:00'].map(time =>
      told('2025-06-02', time),
    );
    expect(byHappening(times.toReversed(), when => when)).toEqual(times);
  });

  it.each(['', 'in the evening', '2.5 hours after', '25:00', '12:61', '12.05.2025', '3 times'])(
    'puts the day of a told %j before its moments',
    time => {
      const [entry, first] = [told('2025-06-02', time), at('2025-06-01T23:01:00.000Z')];
      expect(byHappening([first, entry], when => when)).toEqual([entry, first]);
    },
  );

  it('puts what has no day at the end', () => {
    const none = toldHappening(entryOf({ time: '09:00' }));
    expect(none).toEqual({ basis: 'not-told', statedTime: '09:00' });
    const all = [none, told('2025-06-02'), at('2026-01-01T00:00:00.000Z')];
    expect(byHappening(all, when => when).at(-1)).toBe(none);
  });

  it('is one order whatever it is made of', () => {
    const moment = fc
      .date({ min: new Date('2025-10-25T20:00Z'), max: new Date('2025-10-27T04:00Z'), noInvalidDate: true })
      .map(date => at(date.toISOString()));
    const clock = fc.tuple(fc.nat(23), fc.nat(59)).map(([h, m]) => `${h}:${String(m).padStart(2, '0')}`);
    const entry = fc
      .tuple(fc.constantFrom('2025-10-25', '2025-10-26', undefined), fc.oneof(clock, fc.constant('late')))
      .map(([on, time]) => toldHappening(entryOf({ ...(on && { on }), time })));
    const any = fc.oneof(moment, entry);
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), all => {
        const sorted = byHappening(all, when => when);
        for (const [index, one] of sorted.entries())
          for (const later of sorted.slice(index + 1))
            expect(byHappening([one, later], when => when)).toEqual([one, later]);
      }),
    );
  });

  it('takes the recorded time of a record', () => {
    const record = postedAt(recordOf(1, {}), '2025-06-01T23:30:00.000Z');
    expect(happeningOf(record).day).toBe('2025-06-02');
  });
});
