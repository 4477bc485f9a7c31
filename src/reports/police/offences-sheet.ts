import { type Block, list, type Paper, paragraph, section, table, title } from '../document/blocks.ts';
import type { Offence } from '../offences/offence.ts';
import { offenceCells, offenceHeadings, offencesFor } from '../offences/offences.ts';
import { type PoliceCase, policePaper } from './police-case.ts';

/** Provisions that may be relevant, by act and section. It never says that an offence was committed. */
export function offencesSheet(police: PoliceCase): Paper {
  const { jurisdictionName, sentences, dates, relevant, others } = offencesFor(police.matter);
  return policePaper(police, {
    name: 'Offences that may be relevant',
    mark: 'This is not legal advice',
    landscape: true,
    blocks: [
      title(`Offences that may be relevant: ${jurisdictionName}`),
      ...sentences.map(paragraph),
      ...section('Dates', list(dates)),
      ...section('Those that go with how the items are tagged', offenceTable(relevant)),
      ...(others.length === 0 ? [] : section('Others that exist', offenceTable(others))),
    ],
  });
}

function offenceTable(offences: readonly Offence[]): Block {
  return table({ headings: offenceHeadings, widths: [22, 38, 18, 22], rows: offences.map(offenceCells) });
}
