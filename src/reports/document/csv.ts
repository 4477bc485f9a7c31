import Papa from 'papaparse';
import { visibleText } from '../../words/visible-text.ts';
import { isSpoiledBySpreadsheets } from './spreadsheet-text.ts';

/** One row: the heading of each column → its cell. Absent is an empty cell. */
export type CsvRow = Readonly<Record<string, string | undefined>>;

/**
 * Rows as CSV (RFC 4180) under these headings. It begins with a byte-order mark, because Excel takes UTF-8 without one
 * for the computer's own code page and spoils every name that is not English. A cell that a spreadsheet would calculate
 * or change gets an apostrophe in front, and so does a cell that begins with one: taking one away from every cell that
 * begins with it gives the text back. `exact` are columns of numbers, days or moments (ISO 8601) for spreadsheets to
 * read as such; cells of that form are left as they are. Invisible characters are shown by their number.
 */
export function csvText(
  headings: readonly string[],
  rows: readonly CsvRow[],
  exact: readonly string[] = [],
): string {
  const isExact = new Set(exact);
  const data = rows.map(row =>
    headings.map(heading => {
      const cell = row[heading] ?? '';
      return isExact.has(heading) && exactCell.test(cell) ? cell : textCell(cell);
    }),
  );
  const text = Papa.unparse({ fields: [...headings], data }, { newline: '\r\n' });
  return `\uFEFF${text.replace(/\r\n$/, '')}\r\n`;
}

/** A number, a day, or a moment in ISO 8601. Anything else in an exact column is treated as text. */
const exactCell = /^(?:\d{1,11}(?:\.\d{1,6})?|\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d{1,9})?Z)?)$/;

function textCell(cell: string): string {
  const shown = visibleText(cell);
  const isKept = shown.startsWith("'") || isSpoiledBySpreadsheets(cell) || isSpoiledBySpreadsheets(shown);
  return isKept ? `'${shown}` : shown;
}

/** The same as UTF-8. */
export function csvBytes(
  headings: readonly string[],
  rows: readonly CsvRow[],
  exact: readonly string[] = [],
): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(csvText(headings, rows, exact));
}
