import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkChain } from '../../src/custody/check-chain.ts';
import { lossesOf } from '../../src/custody/losses.ts';
import { type ChainRow, wholeEvents } from '../../src/custody/whole-events.ts';
import { verdictOf } from '../../src/model/finding.ts';
import { chainOfLength } from './events.ts';

const LENGTH = 12;
const chain = await chainOfLength(LENGTH);
const end = chain.at(-1);
const rows: readonly ChainRow[] = chain.map(event => ({ sequence: event.sequence, event }));

const damages = {
  missing: () => [],
  unreadable: ({ sequence }: ChainRow) => [{ sequence, event: undefined }],
  altered: ({ sequence, event }: ChainRow) => [{ sequence, event: { ...event!, actor: 'Somebody else' } }],
} as const;
const damage = fc.constantFrom('whole', 'whole', 'missing', 'unreadable', 'altered');

describe('a chain as its log still has it', () => {
  it('is what the check calls missing and nothing worse, whatever rows are damaged but the last', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: LENGTH - 1, maxLength: LENGTH - 1 }), async kinds => {
        const left = rows.flatMap((row, index) => {
          const kind = kinds[index] ?? 'whole';
          return kind === 'whole' ? [row] : [...damages[kind](row)];
        });
        const { events, lost } = await wholeEvents(left, end);
        expect(events.map(({ sequence }) => sequence)).toEqual(
          rows.flatMap(({ sequence }, index) => ((kinds[index] ?? 'whole') === 'whole' ? [sequence] : [])),
        );
        for (const { from, to, reason } of lost)
          expect(new Set(kinds.slice(from - 1, to))).toEqual(new Set([reason]));
        const findings = await checkChain(events, lost);
        expect(findings.filter(({ severity }) => severity === 'failure')).toEqual([]);
        expect(verdictOf(findings)).toBe(lost.length === 0 ? 'intact' : 'incomplete');
      }),
    );
  });

  it('ends where its mark says, though the rows be cut off', async () => {
    const { events, lost } = await wholeEvents(rows.slice(0, 9), end);
    expect(events).toHaveLength(9);
    expect(lost).toEqual([{ from: 10, to: LENGTH, reason: 'missing' }]);
    expect((await wholeEvents(rows.slice(0, 9))).lost).toEqual([]);
    expect((await wholeEvents([], end)).lost).toEqual([{ from: 1, to: LENGTH, reason: 'missing' }]);
  });

  it('has lost an event that the next does not follow, and one that its mark does not know', async () => {
    const other = await chainOfLength(LENGTH + 1);
    const strange = { ...rows[4]!, event: { ...other[0]!, sequence: 5 } };
    expect((await wholeEvents(rows.with(4, strange), end)).lost).toEqual([
      { from: 5, to: 5, reason: 'altered' },
    ]);
    const mark = { sequence: LENGTH, digest: other[0]!.digest };
    expect((await wholeEvents(rows, mark)).lost).toEqual([{ from: LENGTH, to: LENGTH, reason: 'altered' }]);
    const lagging = { sequence: 3, digest: other[0]!.digest };
    expect((await wholeEvents(rows, lagging)).lost).toEqual([]);
  });
});

it('lost events are counted between any two numbers', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 30 })),
      fc.nat(32),
      fc.nat(32),
      (numbers, after, before) => {
        const lost = numbers
          .toSorted((a, b) => a - b)
          .map(number => ({ from: number, to: number, reason: 'missing' }) as const);
        const losses = lossesOf(lost);
        expect(losses?.count).toBe(numbers.length);
        expect(losses?.between(after, before)).toBe(
          numbers.filter(each => each > after && each < before).length,
        );
      },
    ),
  );
  const wide = lossesOf([
    { from: 3, to: 6, reason: 'missing' },
    { from: 9, to: 1_000_000, reason: 'altered' },
  ]);
  expect(wide?.between(4, 10)).toBe(3);
  expect(wide?.between(0, Number.POSITIVE_INFINITY)).toBe(999_996);
});
