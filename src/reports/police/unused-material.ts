import { londonDay } from '../../matter/moments.ts';
import type { CaptureRecord } from '../../model/capture.ts';
import { exhibitNumber } from '../../model/exhibit.ts';
import { groupedBy } from '../../model/grouped-by.ts';
import { dayWords } from '../../words/happening.ts';
import { type Paper, paragraph, table, title } from '../document/blocks.ts';
import { csvBytes } from '../document/csv.ts';
import { recordedAt, shownWords } from './item-words.ts';
import { notConfirmed, type PoliceCase, policePaper } from './police-case.ts';

/** When there are more records than this of one account and day, they share one entry with their number. */
const mostSingly = 3;

const headings = ['Item number', 'Description', 'Date', 'Location', 'Decision of the prosecutor'] as const;
const location = 'In the log on the computer of the person who recorded it; not in this bundle';

interface Entry {
  readonly description: string;
  /** `YYYY-MM-DD`, in the time of the United Kingdom; empty when there are no records. */
  readonly day: string;
}

/** What was recorded and is not among the exhibits, as CSV, numbered from 1. */
export function unusedMaterialCsv({ input }: PoliceCase): Uint8Array<ArrayBuffer> {
  return csvBytes(
    headings,
    entriesOf(input.unused ?? []).map(({ description, day }, index) => ({
      'Item number': String(index + 1),
      Description: description,
      Date: day,
      Location: location,
    })),
    ['Item number', 'Date'],
  );
}

/** The same in the manner of form MG6C, for the officer who makes the schedule. */
export function unusedMaterial(police: PoliceCase): Paper {
  const entries = entriesOf(police.input.unused ?? []);
  return policePaper(police, {
    name: 'Unused material',
    mark: 'DRAFT schedule of unused material – for the disclosure officer to check',
    landscape: true,
    blocks: [
      title('Schedule of unused material'),
      paragraph(
        `This was recorded in the case and is not among the ${police.words.exhibits}. Each entry is described and numbered; where more than ${mostSingly} records show one account on one day, one entry names how many. Whether an item is sensitive, and whether it is relevant, is for the disclosure officer to say.${police.jurisdiction === 'england-wales' ? ` The columns follow form MG6C; its newest layout is ${notConfirmed}.` : ''}`,
      ),
      table({
        headings,
        widths: [8, 47, 15, 18, 12],
        rows: entries.map(({ description, day }, index) => [
          String(index + 1),
          description,
          day === '' ? '' : dayWords(day),
          location,
          '',
        ]),
      }),
    ],
  });
}

function entriesOf(unused: readonly CaptureRecord[]): readonly Entry[] {
  const groups = groupedBy(unused.toSorted(byNumber), record =>
    JSON.stringify([shownWords(record), londonDay(recordedAt(record))]),
  );
  return [...groups.values()].flatMap(group =>
    group.length > mostSingly ? [block(group)] : group.map(single),
  );
}

function single(record: CaptureRecord): Entry {
  const where = record.page === undefined ? '' : `, at ${record.page.finalAddress}`;
  return {
    description: `Record of a ${shownWords(record)}${where}, recorded under the number ${record.reference}`,
    day: dayOf(record),
  };
}

function block(group: readonly CaptureRecord[]): Entry {
  const [first] = group;
  const shown = first === undefined ? '' : shownWords(first);
  return {
    description: `${group.length} records, each of a ${shown}, recorded under the numbers ${group.map(({ reference }) => reference).join(', ')}`,
    day: first === undefined ? '' : dayOf(first),
  };
}

function dayOf(record: CaptureRecord): string {
  return londonDay(recordedAt(record));
}

function byNumber(one: CaptureRecord, other: CaptureRecord): number {
  return exhibitNumber(one.reference) - exhibitNumber(other.reference);
}
