import { renderToString } from 'preact-render-to-string';
import type { ReportComparison } from '../model/remade.ts';
import type { Reporter } from '../model/reporter.ts';
import { exhibitsInOrder, type ReportExhibit, type ReportInput } from './input.ts';
import { ExhibitSection } from './report/exhibit-section.tsx';
import { factsOf, type ReportFacts } from './report/facts.ts';
import { reportHtml } from './report-html.tsx';

/**
 * How a report agrees with what Holdfast makes of the same record: as a whole, in every part about an exhibit, or not.
 * What an officer says of themselves, what was chosen to be told of a person, and whether pictures are shown stands in
 * no record; so a report that has any of it agrees in its parts. `inputs` are those that it may have been made from.
 */
export function compareReport(
  html: string,
  inputs: readonly ReportInput[],
  reporters: readonly Reporter[],
): ReportComparison {
  if (inputs.some(input => reportHtml(input) === html)) return 'whole';
  const [input] = inputs;
  const isSame = input !== undefined && reporters.some(reporter => hasSections(html, { ...input, reporter }));
  return isSame ? 'exhibits' : 'other';
}

const sectionStart = '<section class="sheet exhibit"';

/** Whether the exhibits' sections stand in it one after the other as they are made, and no other such section. */
function hasSections(html: string, input: ReportInput): boolean {
  const facts = factsOf(input);
  let at = html.indexOf(sectionStart);
  for (const exhibit of exhibitsInOrder(facts.input)) {
    const length = at === -1 ? undefined : lengthOfSection(html, at, { exhibit, facts });
    if (length === undefined) return false;
    at = html.indexOf(sectionStart, at + length);
  }
  return at === -1;
}

interface Looked {
  readonly exhibit: ReportExhibit;
  readonly facts: ReportFacts;
}

/** How long the section of the exhibit is that stands here; undefined when another one does. */
function lengthOfSection(html: string, at: number, { exhibit, facts }: Looked): number | undefined {
  for (const look of looksOf(exhibit)) {
    const section = renderToString(<ExhibitSection exhibit={look} facts={facts} />);
    if (html.startsWith(section, at)) return section.length;
  }
  return undefined;
}

/** With its pictures, and without them where they go as files only. */
function looksOf(exhibit: ReportExhibit): readonly ReportExhibit[] {
  return [exhibit, { ...exhibit, hidesPictures: true }];
}
