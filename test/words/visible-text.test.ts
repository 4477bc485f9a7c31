import { expect, test } from 'vitest';
import { differenceWords, londonWords, offsetWords, toleranceWords } from '../../src/words/times.ts';
import { textRuns, visibleText } from '../../src/words/visible-text.ts';

test.each([
  ['a\u202Eb', 'a[U+202E]b'],
  ['\u0000', '[U+0000]'],
  ['x\uD800y', 'x[U+D800]y'],
  ['zero\u200Bwidth', 'zero[U+200B]width'],
  ['tag\u{E0041}', 'tag[U+E0041]'],
  ['line\r\nfeed\tand tab', 'line\nfeed\tand tab'],
  ['\rreturn', '[U+000D]return'],
  [
    '\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
    '\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
  ],
  [
    '\u0646\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645',
    '\u0646\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645',
  ],
  ['plain', 'plain'],
])('%j is shown as %j', (given, shown) => {
  expect(visibleText(given)).toBe(shown);
});

test('an empty text gives no runs', () => {
  expect(textRuns('')).toEqual([]);
});

test('summer and winter time of the United Kingdom', () => {
  expect(londonWords('2026-03-29T00:59:59.000Z')).toBe('29 March 2026, 00:59:59 GMT');
  expect(londonWords('2026-03-29T01:00:00.000Z')).toBe('29 March 2026, 02:00:00 BST');
});

test('offsets, tolerances and differences', () => {
  expect([offsetWords(0), offsetWords(60), offsetWords(330), offsetWords(-210)]).toEqual([
    'UTC+00:00',
    'UTC+01:00',
    'UTC+05:30',
    'UTC-03:30',
  ]);
  expect(toleranceWords(90)).toBe('give or take 90 seconds');
  expect(toleranceWords(86_400)).toBe('give or take 24 hours');
  expect(differenceWords('2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.900Z')).toBe(
    'the two agree to a second',
  );
  expect(differenceWords('2026-01-01T00:00:10.000Z', '2026-01-01T00:00:00.000Z')).toContain(
    '10 seconds before',
  );
});
