import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalBytes, canonicalJson } from '../../src/crypto/canonical-json.ts';

/** RFC 8785, appendix B: IEEE 754 bits and how the number is written. */
const numbers = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
] as const;

/** RFC 8785, 3.2.2, as it is given, and 3.2.4, the UTF-8 it must become. */
const example = String.raw`{
  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
  "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
  "literals": [null, true, false]
}`;
const exampleHex = `
  7b 22 6c 69 74 65 72 61 6c 73 22 3a 5b 6e 75 6c 6c 2c 74 72 75 65 2c 66 61 6c 73 65 5d 2c 22 6e 75 6d 62 65 72
  73 22 3a 5b 33 33 33 33 33 33 33 33 33 2e 33 33 33 33 33 33 33 2c 31 65 2b 33 30 2c 34 2e 35 2c 30 2e 30 30 32
  2c 31 65 2d 32 37 5d 2c 22 73 74 72 69 6e 67 22 3a 22 e2 82 ac 24 5c 75 30 30 30 66 5c 6e 41 27 42 5c 22 5c 5c
  5c 5c 5c 22 2f 22 7d`.replace(/\s/g, '');

/** RFC 8785, 3.2.3: members in the order of their UTF-16 code units, where the emoji comes before U+FB33. */
const members = {
  '\u20ac': 'Euro Sign',
  '\r': 'Carriage Return',
  '\ufb33': 'Hebrew Letter Dalet With Dagesh',
  '1': 'One',
  '\ud83d\ude00': 'Emoji: Grinning Face',
  '\u0080': 'Control',
  '\u00f6': 'Latin Small Letter O With Diaeresis',
};
const memberOrder = [
  'Carriage Return',
  'One',
  'Control',
  'Latin Small Letter O With Diaeresis',
  'Euro Sign',
  'Emoji: Grinning Face',
  'Hebrew Letter Dalet With Dagesh',
];

describe('RFC 8785', () => {
  test.each(numbers)('appendix B: %s is %s', (bits, text) => {
    expect(canonicalJson(Buffer.from(bits, 'hex').readDoubleBE())).toBe(text);
  });

  test.each(['7fffffffffffffff', '7ff0000000000000', 'fff0000000000000'])(
    'appendix B: %s is no JSON',
    bits => {
      expect(() => canonicalJson([Buffer.from(bits, 'hex').readDoubleBE()])).toThrow('not allowed');
    },
  );

  test('3.2.2 and 3.2.4: the example, byte for byte', () => {
    expect(Buffer.from(canonicalBytes(JSON.parse(example))).toString('hex')).toBe(exampleHex);
  });

  test('3.2.3: members by UTF-16 code units', () => {
    const text = canonicalJson(members);
    expect(memberOrder.map(name => text.indexOf(JSON.stringify(name)))).toEqual(
      memberOrder.map(name => text.indexOf(JSON.stringify(name))).toSorted((one, other) => one - other),
    );
    expect(JSON.parse(text)).toEqual(members);
  });
});

test('the order in which members were set makes no difference, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), value => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(reversed(value))).toBe(text);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
});

test('a member that is undefined is left out', () => {
  expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}');
});

const cycle: Record<string, unknown> = {};
cycle['self'] = cycle;
test.each([
  ['undefined', undefined],
  ['undefined in an array', [undefined]],
  ['a hole in an array', new Array(1)],
  ['a function', { a: () => 1 }],
  ['a symbol', [Symbol('a')]],
  ['a bigint', { a: [1n] }],
  ['a lone surrogate', ['\ud800']],
  ['a lone surrogate in a name', { '\udc00': 1 }],
  ['a cycle', cycle],
])('%s is no JSON', (_, value) => {
  expect(() => canonicalJson(value)).toThrow();
});

test('the same object in two places is no cycle', () => {
  const shared = { a: 1 };
  expect(canonicalJson([shared, { shared }])).toBe('[{"a":1},{"shared":{"a":1}}]');
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  // Own members only, also one called __proto__.
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)]),
  );
}
