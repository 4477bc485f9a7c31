import type { Block, Paper } from '../../../src/reports/document/blocks.ts';

/** Everything that stands on a paper as plain text, line by line. */
export function paperText({ mark, footer, limits, pageSignature = [], blocks }: Paper): string {
  return [mark, footer, limits ?? '', ...pageSignature, ...blocks.flatMap(textsOf)].join('\n');
}

function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'list':
      return block.entries;
    case 'form':
      return [block.caption ?? '', ...block.fields.flatMap(([label, value]) => [label, value ?? ''])];
    case 'table':
      return [...block.headings, ...block.rows.flat()];
    case 'numbered':
      return block.fine === undefined ? [block.text] : [block.text, block.fine];
    case 'signature':
      return block.labels;
    case 'lines':
    case 'page-break':
      return [];
    default:
      return [block.text];
  }
}
