import { describe, expect, it } from 'vitest';
import { bundlePaths, textBytes } from '../../src/bundle/layout.ts';
import { isBoundedRecord } from '../../src/bundle/verify/exhibits/record-bounds.ts';

const record = 'data/exhibits/ABC_1/capture.json';
const { caseRecord, custody } = bundlePaths;

/** A file of pieces that are made when they are asked for, and how many were. */
function pieced(begin: string, repeated: string, count: number) {
  const piece = textBytes(repeated);
  let asked = 0;
  async function* pieces() {
    yield textBytes(begin);
    for (let index = 0; index < count; index += 1) {
      asked += 1;
      yield piece;
    }
  }
  return { size: begin.length + piece.length * count, pieces, asked: () => asked };
}

describe('a record', () => {
  it.each([
    ['a string', '{"a":"', 'A'.repeat(1_000_000), 5],
    ['a string of escapes', '{"a":"', '\\"'.repeat(500_000), 5],
    ['lists', '[', '[],'.repeat(100_000), 12],
    ['numbers', '[', '1,'.repeat(1_000_000), 5],
    ['members', '{', '"a":1,'.repeat(5_000), 3],
    ['levels', '', '['.repeat(150), 1],
  ])(
    'without end in %s is not held, and is read no further than needed',
    async (_what, begin, part, most) => {
      for (const path of [caseRecord, record]) {
        const file = pieced(begin, part, 40);
        expect(await isBoundedRecord(path, 60_000_000, file.pieces)).toBe(false);
        expect(file.asked()).toBeLessThanOrEqual(most);
      }
    },
  );

  it('of 10,000 exhibits is held', async () => {
    const entry = JSON.stringify({ reference: 'ABC/1', words: [{ whatHappened: 'x'.repeat(3_000) }] });
    const file = pieced('[', `${entry},`, 12_000);
    expect(file.size).toBeGreaterThan(32_000_000);
    expect(await isBoundedRecord(caseRecord, file.size, file.pieces)).toBe(true);
  });

  it('longer than any is not looked at, and a short one is only looked at when it is read', async () => {
    const file = pieced('', ' ', 1);
    expect(await isBoundedRecord(caseRecord, 64_000_001, file.pieces)).toBe(false);
    expect(await isBoundedRecord(custody, 128_000_001, file.pieces)).toBe(false);
    expect(await isBoundedRecord(record, 32_000_000, file.pieces)).toBe(true);
    expect(file.asked()).toBe(0);
  });
});

describe('a chain', () => {
  it('of 100,000 events is held, whatever the pieces are', async () => {
    const event = `${'x'.repeat(599)}\n`;
    for (const length of [1, 7, 1_000]) {
      const file = pieced(
        '',
        event.slice(300) + event.repeat(length - 1) + event.slice(0, 300),
        Math.floor(60_000_000 / (600 * length)),
      );
      expect(await isBoundedRecord(custody, 60_000_000, file.pieces)).toBe(true);
    }
  });

  it('with an event without end is not held', async () => {
    const file = pieced('{}\n', 'A'.repeat(1_000_000), 120);
    expect(await isBoundedRecord(custody, file.size, file.pieces)).toBe(false);
    expect(file.asked()).toBeLessThanOrEqual(5);
    const numbers = pieced('{}\n', '1,'.repeat(500_000), 120);
    expect(await isBoundedRecord(custody, numbers.size, numbers.pieces)).toBe(false);
  });
});
