import { type Concern, isActive, isStrange } from './concern.ts';

/**
 * The rows of a CSV (RFC 4180) in Holdfast's form: comma, doubled quotes, CRLF, and at most a byte-order mark.
 * Undefined for any other form.
 */
export function readTable(text: string): readonly (readonly string[])[] | undefined {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const cell = readCell(text, at);
    if (cell === undefined) return undefined;
    row.push(cell.value);
    at = cell.end;
    if (text[at] === ',') {
      at += 1;
      continue;
    }
    if (!text.startsWith('\r\n', at)) return undefined;
    at += 2;
    rows.push(row);
    row = [];
  }
  return row.length === 0 ? rows : undefined;
}

function readCell(text: string, start: number): { readonly value: string; readonly end: number } | undefined {
  if (text[start] !== '"') {
    plainCell.lastIndex = start;
    const value = plainCell.exec(text)?.[0] ?? '';
    return { value, end: start + value.length };
  }
  let value = '';
  for (let at = start + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return undefined;
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}

const plainCell = /[^,"\r\n]*/y;

/** What a spreadsheet would calculate, even after spaces and invisible characters. A plain number is not a formula. */
const formula = /^[\s\p{Cf}\p{Cc}]*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]/u;
const number = /^[+-]?\d+(?:\.\d+)?$/;

/** Whether a spreadsheet would calculate something in the table, or read it otherwise than it is written. */
export function examineTable(text: string): readonly Concern[] {
  const rows = readTable(text);
  if (rows === undefined)
    return [isStrange('This table is not written as Holdfast writes one. Do not open it in a spreadsheet.')];
  const isRisky = rows.some(row => row.some(cell => formula.test(cell) && !number.test(cell)));
  if (!isRisky) return [];
  return [
    isActive(
      'A cell of this table is a formula. A spreadsheet would run it. Holdfast writes none. Do not open it.',
    ),
  ];
}
