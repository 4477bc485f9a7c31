import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvText } from '../../../src/reports/document/csv.ts';

/** What a person or a page may hold that a spreadsheet would calculate, round or turn into a day. */
const spoiling = [
  '=1+1',
  '+44 7700 900123',
  '-2+3',
  '@SUM(A1:A9)',
  '\t=1',
  ' =1',
  '\n=1',
  '=1\nsecond',
  '＝1',
  '＋1',
  '－1',
  '＠a',
  '=HYPERLINK("https://example.org","x")',
  '1929150000000000001',
  '0012345',
  '12e5',
  'MAY/3',
  'dec 7',
  '1/2',
  '3-4-26',
];

test('no cell is taken for a formula, rounded, or turned into a day', () => {
  const { data } = Papa.parse<string[]>(
    csvText(
      ['name'],
      spoiling.map(name => ({ name })),
    ).slice(1),
  );
  const cells = data.slice(1).map(([cell]) => cell);
  expect(cells.slice(0, -1)).toEqual(spoiling.map(name => `'${name.replace('\r', '')}`));
});

test('what is harmless stays as it is', () => {
  const harmless = ['ABC/1', '2026-05-09', '22:15', 'May I ask', 'a=b', '12345678901', 'x@example.org', '0'];
  const { data } = Papa.parse<string[]>(
    csvText(
      ['name'],
      harmless.map(name => ({ name })),
    ).slice(1),
  );
  expect(data.slice(1, -1).flat()).toEqual(harmless);
});

test('the heading stands there without a row, and every line ends as in RFC 4180', () => {
  expect(csvText(['a', 'b'], [])).toBe('\uFEFFa,b\r\n');
  expect(csvText(['a', 'b'], [{ a: 'x, "y"' }])).toBe('\uFEFFa,b\r\n"x, ""y""",\r\n');
});
