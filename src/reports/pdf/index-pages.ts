import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { Context } from './context.ts';
import { contentWidth } from './copies.ts';
import { colours, inlinesOf } from './inline.ts';

const pageColumn = 40;

/** The index after the cover: a link to every section and exhibit, with its page. Empty when there are no lines. */
export function indexPages({ index, characters }: Context): Content[] {
  if (index.length === 0) return [];
  const body = index.map(({ text, id }): TableCell[] => [
    {
      text: inlinesOf([text], { characters, isNarrow: true }).map(inline => ({
        ...inline,
        linkToDestination: id,
      })),
      color: colours.link,
    },
    { pageReference: id, alignment: 'right' } as TableCell,
  ]);
  return [
    { text: [{ text: 'Index', bold: true }], fontSize: 14, margin: [0, 0, 0, 6], pageBreak: 'before' },
    {
      table: { widths: [contentWidth - pageColumn - 8, pageColumn], body },
      layout: {
        hLineWidth: (row: number) => (row === 0 ? 0 : 0.5),
        vLineWidth: () => 0,
        hLineColor: () => '#dcdcdc',
        paddingLeft: () => 0,
        paddingRight: () => 4,
        paddingTop: () => 0.5,
        paddingBottom: () => 0.5,
      },
    },
  ];
}
