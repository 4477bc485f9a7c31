import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { FormField, TableBlock } from './blocks.ts';
import { runs } from './docx-text.ts';

const line = { style: BorderStyle.SINGLE, size: 4, color: '8A8A8A' };
const borders = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
};
const labelWidth = 2_700;

/** Labels and values in two columns, `width` twentieths of a point wide, with a caption where there is one. */
export function formElements(
  { caption, fields }: { readonly caption?: string; readonly fields: readonly FormField[] },
  width: number,
): readonly (Paragraph | Table)[] {
  const rows = fields.map(([label, value], index) => formRow(label, value, index === fields.length - 1));
  const elements = [grid(rows, [labelWidth, width - labelWidth]), gap()];
  if (caption === undefined) return elements;
  return [new Paragraph({ style: 'FormCaption', children: runs(caption) }), ...elements];
}

/** Every row but the last stays on the page of the next. A blank line leaves room for handwriting. */
function formRow(label: string, value: string | undefined, isLast: boolean): TableRow {
  const left = new Paragraph({ style: isLast ? 'FormLastLabel' : 'FormLabel', children: runs(label) });
  const right =
    value === undefined
      ? new Paragraph({ style: 'FormBlank' })
      : new Paragraph({ style: 'FormValue', children: runs(value) });
  return row([left, right]);
}

/** A table with its head, `width` twentieths of a point wide, with blank rows at the end where they are asked for. */
export function tableElements(
  { headings, widths, rows, blankRows = 0 }: TableBlock,
  width: number,
): readonly (Paragraph | Table)[] {
  const whole = widths.reduce((sum, share) => sum + share, 0);
  const columns = widths.map(share => Math.floor((share / whole) * width));
  const head = row(
    headings.map(text => new Paragraph({ style: 'TableHead', children: runs(text) })),
    true,
  );
  const filled = rows.map(cells =>
    row(cells.map(text => new Paragraph({ style: 'TableCell', children: runs(text) }))),
  );
  const blank = Array.from({ length: blankRows }, () =>
    row(headings.map(() => new Paragraph({ style: 'TableBlank' }))),
  );
  return [grid([head, ...filled, ...blank], columns), gap()];
}

function row(paragraphs: readonly Paragraph[], tableHeader = false): TableRow {
  const children = paragraphs.map(paragraph => new TableCell({ children: [paragraph] }));
  return new TableRow({ cantSplit: true, tableHeader, children });
}

function grid(rows: readonly TableRow[], columnWidths: readonly number[]): Table {
  const size = columnWidths.reduce((sum, width) => sum + width, 0);
  return new Table({
    width: { size, type: WidthType.DXA },
    columnWidths: [...columnWidths],
    layout: TableLayoutType.FIXED,
    margins: { top: 50, bottom: 50, left: 100, right: 100 },
    borders,
    rows: [...rows],
  });
}

function gap(): Paragraph {
  return new Paragraph({ style: 'AfterForm' });
}
