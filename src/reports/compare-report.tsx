import { renderToString } from 'preact-render-to-string';
import type { ReportComparison } from '../model/remade.ts';
import type { Reporter } from '../model/reporter.ts';
import { exhibitsInOrder, type ReportInput } from './input.ts';
import { ExhibitSection } from './report/exhibit-section.tsx';
import { factsOf, type ReportFacts } from './report/facts.ts';
import { reportHtml } from './report-html.tsx';

/**
 * How far a report agrees with what Holdfast makes of the same record: as a whole, in every part about an exhibit, or
 * not at all. An officer's own details, what was chosen to be said of a person, and whether pictures are shown are in
 * no record. A report that has any of these can agree only in its parts. `reporters` are those who may have recorded.
 */
export function compareReport(
  html: string,
  input: ReportInput,
  reporters: readonly Reporter[],
): ReportComparison {
  const made = reportHtml(input);
  if (made === html) return 'whole';
  const sections = sectionsOf(html);
  const expected = sectionsOf(made);
  if (sections.length !== expected.length) return 'other';
  const looks = otherLooks(input, reporters);
  const isSame = sections.every(
    (section, index) => section === expected[index] || looks(index).includes(section),
  );
  return isSame ? 'exhibits' : 'other';
}

const start = '<section class="sheet exhibit"';
const end = '</section>';

/** The sections about the exhibits. They contain no other sections. */
function sectionsOf(html: string): readonly string[] {
  const sections: string[] = [];
  for (let at = html.indexOf(start); at !== -1; at = html.indexOf(start, at + 1)) {
    const close = html.indexOf(end, at);
    sections.push(html.slice(at, close === -1 ? html.length : close + end.length));
  }
  return sections;
}

/** Other forms of the section at an index: with and without pictures, in a person's and in an officer's report. */
function otherLooks(
  input: ReportInput,
  reporters: readonly Reporter[],
): (index: number) => readonly string[] {
  let known: readonly ReportFacts[] | undefined;
  return index => {
    known ??= reporters.map(reporter => factsOf({ ...input, reporter }));
    return known.flatMap(facts => {
      const exhibit = exhibitsInOrder(facts.input)[index];
      if (exhibit === undefined) return [];
      return [false, true].map(hidesPictures =>
        renderToString(<ExhibitSection exhibit={{ ...exhibit, hidesPictures }} facts={facts} />),
      );
    });
  };
}
