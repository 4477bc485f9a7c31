import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matterOf } from '../../src/matter/matter.ts';
import type { CaptureRecord } from '../../src/model/capture.ts';
import type { Words } from '../../src/model/case.ts';
import { type CaseDetails, untoldDetails } from '../../src/model/details.ts';
import type { NoteHistory, OccasionNote } from '../../src/model/note.ts';
import { captureId } from '../ui/fake-ports.ts';
import { recordOf } from '../ui/records.ts';
import { entryOf, noteId, postedAt, wordsWith, written } from './told.ts';

const at = '2026-02-01T10:00:00.000Z';
const sam = { handle: 'sam' };

/** A post of Sam's on this moment. */
const post = (number: number, moment: string, account = sam) => postedAt(recordOf(number, account), moment);

function made(
  records: readonly CaptureRecord[],
  notes: readonly NoteHistory[] = [],
  words: Readonly<Record<number, Words>> = {},
) {
  return matterOf({
    exhibits: records.map(record => ({ record, words: words[Number(record.reference.split('/')[1])] })),
    notes,
  });
}

function group(number: number, change: Partial<OccasionNote>): NoteHistory {
  return written(number, at, { kind: 'occasion', label: '', captures: [], entries: [], ...change });
}

describe('occasions', () => {
  it('put together what one account did on one day in the United Kingdom', () => {
    const { occasions } = made([
      post(1, '2025-06-01T22:59:00.000Z'),
      post(2, '2025-06-01T23:01:00.000Z'),
      post(3, '2025-06-02T20:00:00.000Z'),
    ]);
    expect(occasions.map(({ grouped, days, items }) => [grouped, days, items.length])).toEqual([
      ['by-day', ['2025-06-01'], 1],
      ['by-day', ['2025-06-02'], 2],
    ]);
  });

  it('go by what the person put together before the day, and know the note', () => {
    const records = [post(1, '2025-06-01T12:00:00.000Z'), post(2, '2025-06-02T12:00:00.000Z')];
    const note = group(9, { label: 'One night', captures: records.map(({ id }) => id) });
    const { occasions, counts } = made(records, [note]);
    expect(occasions).toMatchObject([
      { grouped: 'by-person', noteId: noteId(9), label: 'One night', days: ['2025-06-01', '2025-06-02'] },
    ]);
    expect(counts).toMatchObject([{ doer: 'sam', occasions: 1, groupedByPerson: 1, days: 2, items: 2 }]);
  });

  it('keep apart two targets, and two accounts of one name on two platforms', () => {
    const insta = recordOf(3, sam, { platform: 'instagram' });
    const moment = '2025-06-01T12:00:00.000Z';
    const { counts } = made([post(1, moment), post(2, moment), postedAt(insta, moment)], [], {
      2: wordsWith({ target: 'My sister' }),
    });
    expect(counts.map(({ doer, place, target, occasions }) => [doer, place, target, occasions])).toEqual([
      ['sam', 'instagram', '', 1],
      ['sam', 'x', '', 1],
      ['sam', 'x', 'My sister', 1],
    ]);
  });

  it('count a person’s accounts and their deeds off the web together', () => {
    const person = written(1, at, { kind: 'person', name: 'A neighbour' });
    const attribution = written(2, at, {
      kind: 'attribution',
      account: { platform: 'x', handle: 'sam' },
      person: noteId(1),
      why: 'The picture',
    });
    const entry = written(3, at, entryOf({ on: '2025-06-03', people: ['A neighbour'] }));
    const { counts } = made([post(1, '2025-06-01T12:00:00.000Z')], [person, attribution, entry]);
    expect(counts).toMatchObject([{ doer: 'A neighbour', occasions: 2, days: 2, items: 2, recordedDays: 0 }]);
    expect(counts[0]).not.toHaveProperty('place');
  });

  it('make no second one of a post without a time that was recorded again', () => {
    const again = (number: number, postId: string) => recordOf(number, sam, { postId });
    expect(made([again(2, '5'), again(1, '5')]).counts).toMatchObject([{ occasions: 1, days: 2, items: 2 }]);
    expect(made([again(1, '5'), again(2, '6')]).counts).toMatchObject([{ occasions: 2 }]);
  });

  it('put last what is not said to be anybody’s', () => {
    const entries = [1, 2].map(day => written(day, at, entryOf({ on: `2025-06-0${day}` })));
    const { counts } = made([post(1, '2025-06-01T12:00:00.000Z')], entries);
    expect(counts.map(({ doer, occasions }) => [doer, occasions])).toEqual([
      ['sam', 1],
      ['', 2],
    ]);
  });

  it('say how many items have only the day of recording', () => {
    expect(made([recordOf(1, sam), recordOf(2, sam)]).counts).toMatchObject([
      { occasions: 2, items: 2, recordedDays: 2 },
    ]);
  });

  it('count no recording of an account’s own page until the person says what it is', () => {
    const records = [post(1, '2025-06-01T12:00:00.000Z'), recordOf(2, sam, { kind: 'profile' })];
    expect(made(records).counts).toMatchObject([{ occasions: 1, items: 1 }]);
    const said = { 2: wordsWith({ categories: ['impersonation'] }) };
    expect(made(records, [], said).counts).toMatchObject([{ occasions: 2, items: 2 }]);
    expect(made(records, [group(9, { captures: [captureId(2)] })]).counts).toMatchObject([{ occasions: 2 }]);
  });

  it('leave each thing without a day by itself', () => {
    const notes = [1, 2].map(number => written(number, at, entryOf()));
    expect(made([], notes).occasions.map(({ days, items }) => [days, items.length])).toEqual([
      [[], 1],
      [[], 1],
    ]);
  });

  it('hold every item exactly once, whatever was put together', () => {
    const picks = fc.array(fc.nat(11), { maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(fc.nat(4), { maxLength: 12 }),
        fc.array(picks, { maxLength: 4 }),
        (days, groups) => {
          const records = days.map((day, index) =>
            post(index + 1, `2025-06-0${day + 1}T12:00:00.000Z`, { handle: `a${index % 3}` }),
          );
          const entries = [1, 2].map(number => written(number, at, entryOf({ on: '2025-06-01' })));
          const notes = groups.map((chosen, index) =>
            group(10 + index, { captures: chosen.map(captureId), entries: [noteId((index % 3) + 1)] }),
          );
          const { items, occasions, counts } = made(records, [...entries, ...notes]);
          const held = occasions.flatMap(each => each.items.map(({ key }) => key));
          expect(held.toSorted()).toEqual(items.map(({ key }) => key).toSorted());
          expect(items).toHaveLength(days.length + 2);
          expect(occasions.every(each => each.items.length > 0)).toBe(true);
          expect(counts.reduce((sum, { items: own }) => sum + own, 0)).toBe(items.length);
          for (const each of counts) {
            expect(each.occasions).toBeLessThanOrEqual(each.items);
            expect(each.groupedByPerson).toBeLessThanOrEqual(each.occasions);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a matter', () => {
  it('tells diary entries by their last version, first written when they were', () => {
    const entry = written(1, at, entryOf({ what: 'It rang.' }), entryOf({ what: 'It rang twice.' }));
    expect(made([], [entry]).items).toMatchObject([
      { kind: 'diary', entry: { what: 'It rang twice.' }, writtenAt: at, changes: 1 },
    ]);
  });

  it('keeps what was asked for at each change and nothing between', () => {
    const asks = (change: Partial<CaseDetails>): CaseDetails => ({ ...untoldDetails, ...change });
    const details = written(
      1,
      at,
      asks({ story: 'First' }),
      asks({ story: 'First', wishes: ['advice'] }),
      asks({ story: 'Second', wishes: ['advice'] }),
      asks({ story: 'Second', wishes: ['advice', 'warning'] }),
      asks({ story: 'Second', wishes: ['warning', 'advice'] }),
      asks({ story: 'Second' }),
    );
    const { wishes, details: last } = made([], [details]);
    expect(wishes.map(each => each.details.wishes)).toEqual([['advice'], ['advice', 'warning'], []]);
    expect(wishes.map(each => each.at)).toEqual([1, 3, 5].map(n => `2026-02-01T10:0${n}:00.000Z`));
    expect(last.story).toBe('Second');
  });

  it('takes what was said last of an account, by whichever name', () => {
    const record = recordOf(1, { handle: 'sam', accountId: '7' });
    const people = [1, 2].map(n => written(n, at, { kind: 'person', name: `Person ${n}` }));
    const says = (number: number, person: number, ...times: readonly string[]) =>
      written(
        number,
        at,
        ...times.map(why => ({
          kind: 'attribution' as const,
          account: number === 3 ? { platform: 'x', accountId: '7' } : { platform: 'x', handle: 'sam' },
          person: noteId(person),
          why,
        })),
      );
    const { accounts } = made([record], [...people, says(3, 1, 'a', 'b'), says(4, 2, 'c')]);
    expect(accounts).toMatchObject([{ holder: { name: 'Person 1', why: 'b' } }]);
  });

  it('holds to nobody an account whose person was erased, or that was taken back', () => {
    const account = { platform: 'x', handle: 'sam' };
    const note = written(3, at, { kind: 'attribution', account, person: noteId(1), why: 'a' });
    expect(made([recordOf(1, sam)], [note]).accounts[0]).not.toHaveProperty('holder');
  });

  it('lists threats in their order', () => {
    const records = [post(1, '2025-06-02T12:00:00.000Z'), post(2, '2025-06-01T12:00:00.000Z')];
    const threat = wordsWith({ categories: ['threat'] });
    expect(made(records, [], { 1: threat, 2: threat }).threats.map(({ key }) => key)).toEqual([
      captureId(2),
      captureId(1),
    ]);
  });
});
