import type { CustodyAction, CustodyEvent } from '../../model/custody.ts';
import { lostEventsSentence } from '../../words/custody.ts';
import { type Paper, paragraph, table, title } from '../document/blocks.ts';
import { ukMoment } from './item-words.ts';
import { type PoliceCase, policePaper } from './police-case.ts';

/** Blank rows for later custodians; more can be copied. */
const rowsForHands = 8;

const headings = [
  'Date and time',
  'Reference',
  'From (name, signature)',
  'To (name, rank or number, organisation, signature)',
  'Reason',
  'Place or medium',
  'Condition',
  'SHA-256 checked (Y/N)',
] as const;

const widths = [15, 9, 14, 18, 14, 13, 10, 9];

/** Who held the records up to the export, and blank rows for everyone who holds them afterwards. */
export function continuitySheet(police: PoliceCase): Paper {
  const { input } = police;
  const { lostEvents } = input.caseRecord;
  return policePaper(police, {
    name: 'Continuity sheet',
    mark: 'Continuity',
    landscape: true,
    blocks: [
      title('Continuity sheet'),
      paragraph(
        'The first rows come from the list that Holdfast kept on the producer’s computer, by that computer’s clock, UK time. Every single step is in custody.jsonl. Whoever takes the ZIP file on fills in the next blank row, and compares the SHA-256 of the ZIP file with the one that was written down when it was made.',
      ),
      ...(lostEvents === undefined ? [] : [paragraph(lostEventsSentence(lostEvents))]),
      table({
        headings,
        widths,
        rows: input.custody.flatMap(event => rowOf(event, police)),
        blankRows: rowsForHands,
      }),
    ],
  });
}

type Row = readonly string[];

/** Only events where records were made, given out or erased: at no other event does custody change. */
const rows: Partial<Readonly<Record<CustodyAction, (event: CustodyEvent, producer: string) => Row>>> = {
  'capture.committed': ({ detail }, producer) => [
    'Web page in the browser',
    producer,
    'Recorded with Holdfast',
    'Log on the producer’s computer',
    detail['outcome'] === 'partial' ? 'Partial' : 'Complete',
    'Computed',
  ],
  'exhibit.erased': (_, producer) => [
    producer,
    'Nobody',
    'Erased by its holder; the number is not used again',
    'Log on the producer’s computer',
    'Erased',
    '',
  ],
  'bundle.prepared': (_, producer) => [
    producer,
    producer,
    'Put into a signed ZIP file',
    'ZIP file',
    'Signed',
    'Computed',
  ],
  'bundle.exported': (_, producer) => [
    producer,
    'Saved from the browser',
    'A signed ZIP file was handed over',
    'ZIP file',
    'Signed',
    'Computed',
  ],
};

function rowOf(event: CustodyEvent, { producer }: PoliceCase): readonly Row[] {
  const make = rows[event.action];
  if (make === undefined) return [];
  return [[ukMoment(event.at), event.subject.reference ?? 'ZIP file', ...make(event, producer)]];
}
