import { exhibitNumber } from '../../model/exhibit.ts';
import { absentWords } from '../../words/custody.ts';
import { type Block, type Paper, paragraph, section, table, title } from '../document/blocks.ts';
import { type CsvRow, csvBytes } from '../document/csv.ts';
import type { ReportExhibit } from '../input.ts';
import { exhibitDescription } from './item-words.ts';
import { notConfirmed, type PoliceCase, policePaper } from './police-case.ts';

/** The columns of form MG12, in its order. */
type ListRow = readonly [
  reference: string,
  description: string,
  producer: string,
  location: string,
  copy: string,
];

/** The list of exhibits, called productions in Scotland, as CSV. */
export function exhibitListCsv(police: PoliceCase): Uint8Array<ArrayBuffer> {
  const headings = headingsOf(police);
  const rows = rowsOf(police).map(
    (cells): CsvRow => Object.fromEntries(headings.map((heading, index) => [heading, cells[index]])),
  );
  return csvBytes(headings, rows);
}

/** The same list as a table to print, with the numbers that are absent and why. */
export function exhibitList(police: PoliceCase): Paper {
  const { words } = police;
  return policePaper(police, {
    name: words.exhibitList,
    mark: words.exhibitList,
    landscape: true,
    blocks: [
      title(words.exhibitList),
      paragraph(
        `Each ${words.exhibit} is a record of what a web page displayed. “Location” says in which ZIP file and folder its files are; a copy of each is attached there.${police.jurisdiction === 'scotland' ? '' : ` The order of the columns follows form MG12; its newest layout is ${notConfirmed}.`}`,
      ),
      table({ headings: headingsOf(police), widths: [9, 51, 14, 17, 9], rows: rowsOf(police) }),
      ...absentPart(police),
    ],
  });
}

function headingsOf({ words }: PoliceCase): readonly string[] {
  return [
    `${words.Exhibit} reference`,
    `Description of ${words.exhibit}`,
    'Produced by',
    'Location',
    'Copy attached (Y/N)',
  ];
}

function rowsOf(police: PoliceCase): readonly ListRow[] {
  const { input, producer } = police;
  const { volumes } = input.caseRecord.group;
  const entries = input.caseRecord.exhibits.toSorted(
    (a, b) => exhibitNumber(a.reference) - exhibitNumber(b.reference),
  );
  return entries.map(entry => [
    entry.reference,
    descriptionOf(police.exhibits.get(entry.reference)),
    producer,
    `${volumes === 1 ? '' : `ZIP ${entry.volume} of ${volumes}, `}folder data/${entry.directory}`,
    'Y',
  ]);
}

function descriptionOf(exhibit: ReportExhibit | undefined): string {
  return exhibit === undefined ? 'Described in its own ZIP file' : exhibitDescription(exhibit);
}

function absentPart({ input, words }: PoliceCase): readonly Block[] {
  const { absent } = input.caseRecord;
  if (absent.length === 0) return [];
  return section(
    'Numbers that are not in this export',
    table({
      headings: [words.Exhibit, 'Reason'],
      widths: [15, 85],
      rows: absent.map(({ reference, reason }) => [reference, absentWords[reason]]),
    }),
  );
}
