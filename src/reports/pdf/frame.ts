import type { Content } from 'pdfmake/interfaces.js';
import { limitsLine } from '../../words/limits.ts';
import { exhibitsInOrder, type ReportInput } from '../input.ts';
import { factsOf } from '../report/facts.ts';
import type { DrawableCharacters } from './drawable.ts';
import { colours, inlinesOf } from './inline.ts';

/** An A4 sheet: left, top, right, bottom, in points. */
export const sheetMargins: [number, number, number, number] = [42, 48, 42, 54];

const longestTitle = 80;

/** The head of every sheet: the case, the report's reference, and the exhibits of this ZIP. */
export function sheetHeader(input: ReportInput, characters: DrawableCharacters): () => Content {
  const { title } = input.caseRecord.case;
  const exhibits = exhibitsInOrder(input).map(({ entry }) => entry.reference);
  const [first, last] = [exhibits[0], exhibits.at(-1)];
  const { reference } = factsOf(input);
  const references = first === undefined ? '' : first === last ? first : `${first} to ${last}`;
  const shown = title.length > longestTitle ? `${[...title].slice(0, longestTitle).join('')} …` : title;
  const style = { characters, isNarrow: true, color: colours.quiet };
  return () => ({
    columns: [
      { text: inlinesOf([shown], style), width: '*' },
      {
        text: inlinesOf([[reference, references].filter(part => part !== '').join(' · ')], style),
        width: 260,
        alignment: 'right',
      },
    ],
    fontSize: 8,
    margin: [sheetMargins[0], 24, sheetMargins[2], 0],
  });
}

/** The foot of every sheet: what the record shows and does not show, and the page number. */
export function sheetFooter(): (page: number, pages: number) => Content {
  return (page, pages) => ({
    columns: [
      { text: limitsLine, width: '*', color: colours.quiet },
      { text: `Page ${page} of ${pages}`, width: 90, alignment: 'right' },
    ],
    columnGap: 16,
    fontSize: 7.5,
    margin: [sheetMargins[0], 12, sheetMargins[2], 0],
  });
}
