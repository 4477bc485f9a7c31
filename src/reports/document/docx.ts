import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LeaderType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TabStopType,
  TextRun,
} from 'docx';
import { visibleText } from '../../words/visible-text.ts';
import type { Block, Paper } from './blocks.ts';
import { numbering, paragraphStyles, textStyles } from './docx-styles.ts';
import { formElements, tableElements } from './docx-tables.ts';
import { runs } from './docx-text.ts';
import { withFixedDates } from './fixed-dates.ts';

/** A4 with margins of 2 cm, in twentieths of a point. */
const page = { width: 11_906, height: 16_838, margin: 1_134 };

/**
 * The paper as a Word document on plain A4, without a logo, links or scripts. The same paper always gives the same
 * bytes. Invisible characters are shown by their number.
 */
export async function paperDocx(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const textWidth = (paper.landscape ? page.height : page.width) - 2 * page.margin;
  const document = new Document({
    title: visibleText(titleOf(paper.blocks) ?? paper.footer),
    creator: 'Holdfast',
    lastModifiedBy: 'Holdfast',
    styles: { ...textStyles, paragraphStyles },
    numbering,
    sections: [
      {
        properties: { page: pageOf(paper) },
        headers: { default: new Header({ children: [markParagraph(paper.mark)] }) },
        footers: { default: new Footer({ children: footerOf(paper, textWidth) }) },
        children: paper.blocks.flatMap((block, index) =>
          toElements(block, textWidth, isForPen(paper.blocks[index + 1])),
        ),
      },
    ],
  });
  return withFixedDates(overrides => Packer.pack(document, 'uint8array', undefined, overrides));
}

function pageOf({ landscape = false }: Paper) {
  const { width, height, margin } = page;
  const orientation = landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  return {
    size: { width, height, orientation },
    margin: { top: margin, right: margin, bottom: margin, left: margin, header: 500, footer: 500 },
  };
}

function titleOf(blocks: readonly Block[]): string | undefined {
  for (const block of blocks) if (block.kind === 'title') return block.text;
  return undefined;
}

/** The block before a place for handwriting stays on its page. */
function isForPen(next: Block | undefined): boolean {
  return next?.kind === 'signature' || next?.kind === 'lines';
}

function toElements(block: Block, textWidth: number, keepNext: boolean): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [new Paragraph({ heading: HeadingLevel.TITLE, children: runs(block.text) })];
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(block.text) })];
    case 'subheading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(block.text) })];
    case 'paragraph':
      return [new Paragraph({ keepNext, children: runs(block.text) })];
    case 'numbered':
      return [numberedParagraph(block, keepNext)];
    case 'warning':
      return [boxed(block.text)];
    case 'list':
      return block.entries.map(text => inList('list', text));
    case 'form':
      return formElements(block, textWidth);
    case 'table':
      return tableElements(block, textWidth);
    case 'lines':
      return Array.from({ length: block.count }, (_, index) =>
        penLine([''], textWidth, { style: 'PenLine', keepNext: index < block.count - 1 }),
      );
    case 'signature':
      return [penLine(block.labels, textWidth, { style: 'Signature' })];
    case 'page-break':
      return [new Paragraph({ pageBreakBefore: true, spacing: { after: 0, line: 20, lineRule: 'exact' } })];
  }
}

function inList(reference: 'list', text: string): Paragraph {
  return new Paragraph({ numbering: { reference, level: 0 }, children: runs(text) });
}

/** A paragraph with small print is not split over two pages, so that a digest stays with what it belongs to. */
function numberedParagraph(
  { text, fine }: { readonly text: string; readonly fine?: string },
  keepNext: boolean,
): Paragraph {
  const small = fine === undefined ? [] : [new TextRun({ break: 1 }), ...runs(fine, { size: 16 })];
  return new Paragraph({
    keepNext,
    keepLines: fine !== undefined,
    numbering: { reference: 'numbered', level: 0 },
    children: [...runs(text), ...small],
  });
}

interface PenLine {
  readonly style: string;
  readonly size?: number;
  readonly keepNext?: boolean;
}

/** One line with a blank to write on after each label, side by side over the width of the page. */
function penLine(labels: readonly string[], textWidth: number, { size, ...options }: PenLine): Paragraph {
  const step = textWidth / labels.length;
  const stops = labels.flatMap((_, index) => {
    const end = Math.floor(step * (index + 1)) - (index === labels.length - 1 ? 0 : 300);
    const stop = { type: TabStopType.RIGHT, position: end, leader: LeaderType.UNDERSCORE };
    return index === 0
      ? [stop]
      : [{ type: TabStopType.LEFT, position: Math.floor(step * index), leader: LeaderType.NONE }, stop];
  });
  const text = labels.map((label, index) => `${index > 0 ? '\t' : ''}${label} \t`).join('');
  const run = new TextRun({ text: visibleText(text), ...(size !== undefined && { size }) });
  return new Paragraph({ ...options, tabStops: stops, children: [run] });
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

function footerOf({ footer, limits, pageSignature }: Paper, textWidth: number): Paragraph[] {
  const count = new TextRun({
    size: 17,
    children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
  });
  return [
    ...(pageSignature === undefined
      ? []
      : [penLine(pageSignature, textWidth, { style: 'PenLine', size: 17 })]),
    new Paragraph({
      tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
      spacing: { before: 80, after: 0 },
      children: [...runs(footer, { size: 17 }), count],
    }),
    ...(limits === undefined ? [] : [new Paragraph({ children: runs(limits, { size: 15 }) })]),
  ];
}
