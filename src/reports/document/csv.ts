import Papa from 'papaparse';
import { visibleText } from '../visible-text.ts';

/** One row: the heading of each column and what stands in it. Absent is an empty cell. */
export type CsvRow = Readonly<Record<string, string | undefined>>;

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';

/**
 * What a spreadsheet may take for a formula, also behind spaces and in full-width signs (Papa Parse's own rule
 * lets a cell of several lines pass), and what Excel would turn into something else: long numbers are rounded and
 * zeros before a number dropped (an identifier that is rounded is another account), `12e5` becomes a power,
 * `MAY/3` and `1/2` a day.
 */
const spoiled = new RegExp(
  [
    '^\\s*[=+\\-@\\t\\r\\n＝＋－＠]',
    '^\\d{12,}$',
    '^0\\d+$',
    '^\\d+(?:\\.\\d+)?e\\d+$',
    '^\\d{1,2}[/-]\\d{1,2}(?:[/-]\\d{1,4})?$',
    `^(?:${months})[a-z]*[ /-]\\d{1,4}$`,
  ].join('|'),
  'i',
);

/**
 * Rows as CSV (RFC 4180) under these headings. It begins with a byte-order mark, because Excel takes UTF-8 without
 * one for the computer's own code page and spoils every name that is not English. A cell that a spreadsheet would
 * calculate or change begins with an apostrophe. Characters that would not be seen are shown by their number.
 */
export function csvText(headings: readonly string[], rows: readonly CsvRow[]): string {
  const data = rows.map(row => headings.map(heading => visibleText(row[heading] ?? '')));
  const text = Papa.unparse({ fields: [...headings], data }, { escapeFormulae: spoiled, newline: '\r\n' });
  return `\uFEFF${text.replace(/\r\n$/, '')}\r\n`;
}

/** The same as UTF-8. */
export function csvBytes(headings: readonly string[], rows: readonly CsvRow[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(csvText(headings, rows));
}
