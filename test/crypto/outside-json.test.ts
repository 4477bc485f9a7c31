import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseOutsideJson } from '../../src/crypto/outside-json.ts';

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
