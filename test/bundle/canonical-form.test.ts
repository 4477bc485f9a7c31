import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isCanonical } from '../../src/bundle/verify/canonical-form.ts';
import { canonicalJson } from '../../src/crypto/canonical-json.ts';

/** What it must agree with: the whole text, made anew. */
function isSame(text: string, value: unknown): boolean {
  try {
    return canonicalJson(value) === text;
  } catch {
    return false;
  }
}

it('says of every value what its canonical text says', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      for (const text of [canonicalJson(value), JSON.stringify(value), JSON.stringify(value, undefined, 1)])
        expect(isCanonical(text, JSON.parse(text))).toBe(isSame(text, JSON.parse(text)));
    }),
  );
});

it.each([
  '{"a":1,"a":1}',
  '{"b":1,"a":1}',
  '{"a":1} ',
  ' {"a":1}',
  '{"a":1}}',
  '[1,]',
  '[1.0]',
  '[1e2]',
  '[-0]',
  '[1e999]',
  '["\\u0041"]',
  '["\\ud800"]',
  '{"\\udc00":1}',
  '{"":1,"a":2}',
  '{"__proto__":1,"a":2}',
  '{"__proto__":{"toJSON":1}}',
  '{"10":1,"9":2}',
  '{"9":2,"10":1}',
  '["\\u2028"]',
  '["é\u2028😀"]',
  '"text"',
  'null',
  '""',
])('agrees on %s', text => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {}
  expect(isCanonical(text, value)).toBe(isSame(text, value));
});
