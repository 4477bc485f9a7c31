import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import { visibleText } from '../visible-text.ts';
import type { Block, FormField, Letter } from './blocks.ts';
import { withFixedDates } from './fixed-dates.ts';

/** A4 with margins of 2 cm, in twentieths of a point. */
const page = { width: 11_906, height: 16_838, margin: 1_134 };
const textWidth = page.width - 2 * page.margin;
const labelWidth = 2_700;

/**
 * The letter as a Word document on plain A4 paper, without a logo, links or scripts. The same letter gives the
 * same bytes at any time. Characters that would not be seen are shown by their number.
 */
export async function letterDocx({ mark, footer, blocks }: Letter): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: visibleText(titleOf(blocks) ?? footer),
    creator: 'Holdfast',
    lastModifiedBy: 'Holdfast',
    styles: { ...styles, paragraphStyles: formStyles },
    numbering: { config: [bullets] },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: {
              top: page.margin,
              right: page.margin,
              bottom: page.margin,
              left: page.margin,
              header: 500,
              footer: 500,
            },
          },
        },
        headers: { default: new Header({ children: [markParagraph(mark)] }) },
        footers: { default: new Footer({ children: [footerParagraph(footer)] }) },
        children: blocks.flatMap(toElements),
      },
    ],
  });
  return withFixedDates(overrides => Packer.pack(document, 'uint8array', undefined, overrides));
}

function titleOf(blocks: readonly Block[]): string | undefined {
  for (const block of blocks) if (block.kind === 'title') return block.text;
  return undefined;
}

const styles = {
  default: {
    document: {
      run: { font: 'Arial', size: 21, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 120 } },
    },
    title: {
      run: { font: 'Arial', size: 32, bold: true, color: '000000' },
      paragraph: { spacing: { before: 60, after: 160 } },
    },
    heading1: {
      run: { font: 'Arial', size: 24, bold: true, color: '000000' },
      paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
    },
  },
};

/** Forms have styles of their own: a case has thousands of their lines, and each would carry its own otherwise. */
const formStyles = [
  paragraphStyle('FormLabel', { size: 19, bold: true }, { spacing: { after: 0 }, keepNext: true }),
  paragraphStyle('FormLastLabel', { size: 19, bold: true }, { spacing: { after: 0 } }),
  paragraphStyle('FormValue', { size: 19 }, { spacing: { after: 0 } }),
  paragraphStyle('FormBlank', { size: 19 }, { spacing: { before: 120, after: 120 } }),
  paragraphStyle('FormCaption', { bold: true }, { spacing: { before: 80, after: 60 }, keepNext: true }),
  // Word parts two tables by a paragraph; this one must not begin a page of its own.
  paragraphStyle('AfterForm', { size: 2 }, { spacing: { after: 160 } }),
];

function paragraphStyle(
  id: string,
  run: { readonly size?: number; readonly bold?: boolean },
  paragraph: {
    readonly spacing: { readonly before?: number; readonly after: number };
    readonly keepNext?: boolean;
  },
) {
  return { id, name: id, basedOn: 'Normal', run, paragraph };
}

const bullets = {
  reference: 'list',
  levels: [
    {
      level: 0,
      format: LevelFormat.BULLET,
      text: '•',
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 400, hanging: 260 } } },
    },
  ],
};

function toElements(block: Block): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [new Paragraph({ heading: HeadingLevel.TITLE, children: runs(block.text) })];
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(block.text) })];
    case 'paragraph':
      return [new Paragraph({ children: runs(block.text) })];
    case 'warning':
      return [boxed(block.text)];
    case 'list':
      return block.entries.map(
        text => new Paragraph({ numbering: { reference: 'list', level: 0 }, children: runs(text) }),
      );
    case 'form':
      return formElements(block.caption, block.fields);
    case 'page-break':
      return [new Paragraph({ pageBreakBefore: true, spacing: { after: 0, line: 20, lineRule: 'exact' } })];
  }
}

function formElements(caption: string | undefined, fields: readonly FormField[]): (Paragraph | Table)[] {
  const table = new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [labelWidth, textWidth - labelWidth],
    layout: TableLayoutType.FIXED,
    margins: { top: 50, bottom: 50, left: 100, right: 100 },
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: fields.map(([label, value], index) => row(label, value, index === fields.length - 1)),
  });
  const after = new Paragraph({ style: 'AfterForm' });
  if (caption === undefined) return [table, after];
  return [new Paragraph({ style: 'FormCaption', children: runs(caption) }), table, after];
}

const line = { style: BorderStyle.SINGLE, size: 4, color: '8A8A8A' };

/** All but the last row stay on the page of the next one. A blank line leaves room for a pen. */
function row(label: string, value: string | undefined, isLast: boolean): TableRow {
  const left = new Paragraph({ style: isLast ? 'FormLastLabel' : 'FormLabel', children: runs(label) });
  const right =
    value === undefined
      ? new Paragraph({ style: 'FormBlank' })
      : new Paragraph({ style: 'FormValue', children: runs(value) });
  return new TableRow({
    cantSplit: true,
    children: [new TableCell({ children: [left] }), new TableCell({ children: [right] })],
  });
}

function boxed(text: string): Paragraph {
  const border = { style: BorderStyle.SINGLE, size: 12, color: '000000', space: 6 };
  return new Paragraph({
    border: { top: border, bottom: border, left: border, right: border },
    spacing: { before: 120, after: 180 },
    indent: { left: 140, right: 140 },
    children: runs(text, { bold: true }),
  });
}

function markParagraph(mark: string): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: runs(mark, { bold: true, size: 20 }) });
}

function footerParagraph(text: string): Paragraph {
  return new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
    children: [
      ...runs(text, { size: 17 }),
      new TextRun({
        size: 17,
        children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
      }),
    ],
  });
}

/** The text, each of its lines on one of its own. */
function runs(text: string, style: { readonly bold?: boolean; readonly size?: number } = {}): TextRun[] {
  return visibleText(text)
    .split('\n')
    .map((part, index) => new TextRun({ ...style, text: part, ...(index > 0 && { break: 1 }) }));
}
