import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import type { Block } from './block.ts';
import { columnWidths } from './column-widths.ts';
import { type Context, contentOf, type Surroundings } from './context.ts';
import { contentWidth } from './copies.ts';
import { colours } from './inline.ts';
import { attribute, descendants, type Element, isShort, type Node, textOf } from './tree.ts';

const padding = 4;
/** Widths of a name and its value in points, without the space around them. */
const fieldWidths = [136, contentWidth - 136 - 2 * padding] as const;

const fieldLines: CustomTableLayout = {
  hLineWidth: (row: number) => (row === 0 ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => '#dcdcdc',
  paddingLeft: (column: number) => (column === 0 ? 0 : padding),
  paddingRight: (column: number) => (column === 0 ? padding : 0),
  paddingTop: () => 1,
  paddingBottom: () => 1,
};

const tableLines: CustomTableLayout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => '#b5b5b5',
  vLineColor: () => '#b5b5b5',
  paddingLeft: () => padding,
  paddingRight: () => padding,
  paddingTop: () => 3,
  paddingBottom: () => 3,
};

/** A list of names and values in two columns. Its first line stays with the heading above. */
export function fields(element: Element, context: Context, around: Surroundings): Block {
  const rows = pairs(element.children).map(pair => ({
    cells: fieldCells(pair, context, { ...around, isTight: true }),
    isShort: isShort(pair.flatMap(part => part?.children ?? [])),
  }));
  const [first, ...others] = rows;
  if (first === undefined) return { content: [] };
  if (!first.isShort) return { content: fieldRows(rows) };
  return { head: fieldRows([first]), content: fieldRows(others) };
}

function fieldCells([name, value]: Pair, context: Context, around: Surroundings): TableCell[] {
  for (const part of [name, value]) context.places.announce(part && attribute(part, 'id'));
  return [
    contentOf(name?.children ?? [], context, { ...around, bold: true }),
    contentOf(value?.children ?? [], context, around),
  ];
}

interface FieldRow {
  readonly cells: TableCell[];
  readonly isShort: boolean;
}

/** Short rows are kept whole. A long row is a table of its own, which may run over several sheets. */
function fieldRows(rows: readonly FieldRow[]): Content {
  const groups: FieldRow[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.[0]?.isShort && row.isShort) last.push(row);
    else groups.push([row]);
  }
  return groups.map(group => ({
    table: {
      widths: [...fieldWidths],
      body: group.map(row => row.cells),
      dontBreakRows: group.every(row => row.isShort),
    },
    layout: fieldLines,
  }));
}

type Pair = readonly [Element | undefined, Element | undefined];

/** Each `dt` with the `dd` that follows it, whether or not a `div` holds the two. */
function pairs(nodes: readonly Node[]): readonly Pair[] {
  const names = [...descendants(nodes, 'dt')];
  const values = [...descendants(nodes, 'dd')];
  return names.map((name, index) => [name, values[index]] as const);
}

/** A table whose caption and headings are repeated on every sheet that it runs over. */
export function table(element: Element, context: Context, around: Surroundings): Block {
  const [caption] = descendants(element.children, 'caption');
  const [head] = descendants(element.children, 'thead');
  const headRows = head === undefined ? [] : [...descendants(head.children, 'tr')];
  const allRows = [...descendants(element.children, 'tr')];
  const count = Math.max(1, ...allRows.map(row => cellsOf(row).length));
  const room = contentWidth - count * 2 * padding - 2;
  const widths = columnWidths(
    allRows.map(row => cellsOf(row).map(cell => textOf(cell.children))),
    room,
  );
  const inTable = { ...around, isTight: true, isNarrow: true };
  const captionRows = caption === undefined ? [] : [captionRow(caption, count, context, inTable)];
  const body = [
    ...captionRows,
    ...allRows.map(row => rowOf(row, { count, context, around: inTable, isHead: headRows.includes(row) })),
  ];
  const headerRows = captionRows.length + headRows.length;
  if (body.length === 0) return { content: [] };
  const keepsFirst = body.length > headerRows && isShort(allRows[headRows.length]?.children);
  return {
    content: {
      table: {
        widths,
        body,
        headerRows,
        keepWithHeaderRows: keepsFirst ? 1 : 0,
        dontBreakRows: allRows.every(row => isShort(row.children)),
      },
      layout: tableLines,
      fontSize: 8,
      margin: [0, 4, 0, 10],
    },
  };
}

const noLines: [boolean, boolean, boolean, boolean] = [false, false, false, true];

function captionRow(caption: Element, count: number, context: Context, around: Surroundings): TableCell[] {
  const content = contentOf(caption.children, context, { ...around, bold: true });
  const cell = {
    stack: [content],
    colSpan: count,
    border: noLines,
    margin: [-4, 0, 0, 1],
  };
  return [cell as TableCell, ...Array.from({ length: count - 1 }, () => ({ text: '', border: noLines }))];
}

interface RowPlace {
  readonly count: number;
  readonly context: Context;
  readonly around: Surroundings;
  readonly isHead: boolean;
}

function rowOf(row: Element, { count, context, around, isHead }: RowPlace): TableCell[] {
  context.places.announce(attribute(row, 'id'));
  const cells = cellsOf(row).map((cell): TableCell => {
    context.places.announce(attribute(cell, 'id'));
    const content = contentOf(cell.children, context, { ...around, bold: cell.tag === 'th' });
    return { stack: [content], ...(isHead && { fillColor: '#f0f0f0' }) };
  });
  return [...cells, ...Array.from({ length: count - cells.length }, () => ({ text: '' }))];
}

function cellsOf(row: Element): Element[] {
  return row.children.filter(node => typeof node !== 'string');
}

interface Frame {
  /** A line all around. */
  readonly line?: string;
  /** A thick line on the left only. */
  readonly bar?: string;
  readonly fill: string;
}

/** A content on a tinted ground, with a line around it or a bar beside it. It may run over several sheets. */
export function framed(content: Content, { line, bar, fill }: Frame): Content {
  return {
    table: { widths: [contentWidth - 18], body: [[{ stack: [content], fillColor: fill }]] },
    layout: {
      hLineWidth: () => (line === undefined ? 0 : 1),
      vLineWidth: (column: number) => (line === undefined ? (column === 0 ? 3 : 0) : 1),
      hLineColor: () => line ?? colours.line,
      vLineColor: () => line ?? bar ?? colours.line,
      paddingLeft: () => 8,
      paddingRight: () => 6,
      paddingTop: () => 4,
      paddingBottom: () => 4,
    },
    margin: [0, 3, 0, 5],
  };
}
