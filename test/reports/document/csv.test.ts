import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it, test } from 'vitest';
import { csvText } from '../../../src/reports/document/csv.ts';
import { anyText } from '../../fuzz/any-text.ts';
import { spoiling } from './spoiling.ts';

function cellsOf(texts: readonly string[], exact: readonly string[] = []): string[] {
  const rows = texts.map(name => ({ name, other: 'x' }));
  const { data, errors } = Papa.parse<string[]>(csvText(['name', 'other'], rows, exact).slice(1).trimEnd());
  expect(errors).toEqual([]);
  return data.slice(1).map(([cell]) => cell ?? '');
}

/** The text as it was, for a reader of the file who knows of the apostrophe. */
function withoutApostrophe(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}

describe('no cell is taken for a formula, rounded, or turned into a day, a number or a truth value', () => {
  it.each(spoiling)('%j', text => {
    expect(cellsOf([text])[0]).toMatch(/^'/);
  });
});

it.each([
  [
    'ABC/1',
    'May I ask',
    'a=b',
    'x@example.org',
    '0',
    '7',
    '12345678901',
    'Mario64',
    'marchioness 7',
    'not true',
  ],
  [
    'decker1',
    'maya22',
    'user22',
    '50 Cent',
    '4chan',
    '2pac',
    'e5',
    '1 June 2026, 11:34 UTC',
    '…',
    ':-)',
    'Room 5',
  ],
  ['https://example.org/5/5', 'data/exhibits/ABC_1', 'مرحبا 5', 'fünf 5', '№ 5 of them'],
])('what is harmless stays as it is', (...harmless) => {
  expect(cellsOf(harmless)).toEqual(harmless);
});

it('one apostrophe taken away gives the exact text, also of one that began with an apostrophe', () => {
  const texts = [...spoiling, "'=1", "'tis", "''", 'as it is'];
  expect(cellsOf(texts).map(withoutApostrophe)).toEqual(texts.map(shown));
  fc.assert(
    fc.property(anyText(12), text => {
      const [cell] = cellsOf([text]);
      expect(withoutApostrophe(cell ?? '')).toBe(shown(text));
    }),
  );
});

it('columns of numbers and days stay for programs, as long as nothing else stands in them', () => {
  const values = ['2026-05-09', '2026-05-09T10:00:00.000Z', '0.001', '12'];
  expect(cellsOf(values, ['name'])).toEqual(values);
  expect(cellsOf(['=1+1', '5 May', '12345678901234'], ['name'])).toEqual([
    "'=1+1",
    "'5 May",
    "'12345678901234",
  ]);
  expect(cellsOf(['2026-05-09', '0.001'])).toEqual(["'2026-05-09", "'0.001"]);
});

test('the heading stands there without a row, and every line ends as in RFC 4180', () => {
  expect(csvText(['a', 'b'], [])).toBe('\uFEFFa,b\r\n');
  expect(csvText(['a', 'b'], [{ a: 'x, "y"' }])).toBe('\uFEFFa,b\r\n"x, ""y""",\r\n');
});

/** What of a text is in the file when none of it is kept from a spreadsheet: the unseen by its number. */
function shown(text: string): string {
  return withoutApostrophe(
    csvText(['a'], [{ a: `x${text}` }])
      .slice(4, -2)
      .replace(/^"|"$/g, '')
      .replaceAll('""', '"'),
  ).slice(1);
}
