import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonBounds, parseOutsideJson } from '../../src/crypto/outside-json.ts';

const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

test('holds what JSON.parse answers, whatever stands in the strings', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      const text = JSON.stringify(value);
      expect(parseOutsideJson(text)).toEqual(JSON.parse(text));
    }),
  );
  const brackets = JSON.stringify({ '[{"\\': `${'['.repeat(500)}"\\${'{'.repeat(500)}` });
  expect(parseOutsideJson(brackets)).toEqual(JSON.parse(brackets));
});

test('what is no JSON is undefined', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60, unit: fc.constantFrom(...'{}[]":,\\e1n ') }), text => {
      let expected: unknown;
      try {
        expected = JSON.parse(text);
      } catch {}
      expect(parseOutsideJson(text)).toEqual(expected);
    }),
  );
});

test('100 levels are read, one more is not, nor are a million parts', () => {
  expect(parseOutsideJson(nested(100))).toBeDefined();
  expect(parseOutsideJson(nested(101))).toBeUndefined();
  expect(parseOutsideJson(`[${'[],'.repeat(999_998)}[]]`)).toHaveLength(999_999);
  expect(parseOutsideJson(`[${'[],'.repeat(999_999)}[]]`)).toBeUndefined();
});

test('a string of four million characters is read, one more is not, also when it is written with escapes', () => {
  const [least, escaped] = ['a'.repeat(4_000_000), '\\n'.repeat(2_000_000)];
  expect(parseOutsideJson(`["${least}"]`)).toEqual([least]);
  expect(parseOutsideJson(`["${least}a"]`)).toBeUndefined();
  expect(parseOutsideJson(`["${escaped}"]`)).toBeDefined();
  expect(parseOutsideJson(`["${escaped}a"]`)).toBeUndefined();
});

test('an object of 10,000 members is read, a longer one is not; a list may be as long as four million', () => {
  const members = (count: number) =>
    `{${Array.from({ length: count }, (_, index) => `"${index}":0`).join(',')}}`;
  expect(parseOutsideJson(members(10_000))).toBeDefined();
  expect(parseOutsideJson(members(10_002))).toBeUndefined();
  expect(parseOutsideJson(`[${'0,'.repeat(100_000)}0]`)).toHaveLength(100_001);
  expect(parseOutsideJson(`[${'0,'.repeat(4_000_000)}0]`)).toBeUndefined();
});

test('in pieces, as bytes, it is bounded as it is as one text', () => {
  const texts = [
    nested(100),
    nested(101),
    '["a\\\\\\"[[["]',
    `["${'é'.repeat(2_000_001)}"]`,
    '{"a":[1,{"b":"\\u0022"}]}',
  ];
  for (const text of texts) {
    const bytes = new TextEncoder().encode(text);
    const whole = new JsonBounds().admits(bytes.length, at => bytes[at] ?? 0);
    for (const length of [1, 2, 7, 1_000]) {
      if (bytes.length / length > 100_000) continue;
      const bounds = new JsonBounds();
      let admitted = true;
      for (let start = 0; start < bytes.length && admitted; start += length) {
        const piece = bytes.subarray(start, start + length);
        admitted = bounds.admits(piece.length, at => piece[at] ?? 0);
      }
      expect(admitted, text.slice(0, 40)).toBe(whole);
    }
  }
});
