import type { Matter } from '../../matter/matter.ts';
import type { Confidential } from '../../model/confidential.ts';
import type { Capacity, Jurisdiction } from '../../model/details.ts';
import type { Officer } from '../../model/reporter.ts';
import { assumedJurisdiction, type JurisdictionWords, wordsFor } from '../../words/jurisdiction.ts';
import { limitsLine } from '../../words/limits.ts';
import type { Block, Paper } from '../document/blocks.ts';
import { matterOfInput, type ReportExhibit, type ReportInput } from '../input.ts';

/** What every paper for the police is made from. */
export interface PoliceCase {
  readonly input: ReportInput;
  readonly matter: Matter;
  readonly jurisdiction: Jurisdiction;
  readonly words: JurisdictionWords;
  readonly capacity: Capacity;
  /** The officer who records; absent when it is anyone else. */
  readonly officer?: Officer;
  /** The name of the producer, else the initials. */
  readonly producer: string;
  /** Printed on every page. It names nobody. */
  readonly reference: string;
  readonly exhibits: ReadonlyMap<string, ReportExhibit>;
}

/**
 * What the person chose to add to the case. `confidential` makes the contact sheet; with `inStatement` the legal name,
 * age and occupation also go into the head of the statement draft. When absent, none of it is used.
 */
export interface PoliceExtra {
  readonly confidential?: Confidential;
  readonly inStatement?: boolean;
}

/** The day on which facts marked "not confirmed" in these papers were searched for. */
export const papersCheckedOn = '21 November 2026';

/** The mark after everything that was not read in a source. */
export const notConfirmed = `not confirmed, checked ${papersCheckedOn}`;

/** The facts of a bundle that the papers share. The same input gives the same case. */
export function policeCaseOf(input: ReportInput): PoliceCase {
  const { caseRecord, reporter } = input;
  const { id, producer } = caseRecord.case;
  const matter = matterOfInput(input);
  return {
    input,
    matter,
    jurisdiction: matter.details.jurisdiction ?? assumedJurisdiction,
    words: wordsFor(matter.details),
    capacity:
      reporter?.capacity === 'officer'
        ? 'officer'
        : (matter.details.capacity ?? reporter?.capacity ?? 'affected'),
    ...(reporter?.capacity === 'officer' && { officer: reporter.officer }),
    producer: producer.name === '' ? producer.initials : `${producer.name} (${producer.initials})`,
    reference: `${id.slice(0, 8).toUpperCase()}-${caseRecord.exportedAt.slice(0, 10).replaceAll('-', '')}`,
    exhibits: new Map(input.exhibits.map(exhibit => [exhibit.entry.reference, exhibit])),
  };
}

/** A paper of the case, with its reference, the page number and the limits at the foot of every page. */
export function policePaper(
  { reference }: PoliceCase,
  { name, ...paper }: { readonly name: string; readonly blocks: readonly Block[] } & Omit<Paper, 'footer'>,
): Paper {
  return { ...paper, footer: `${name} · ${reference}`, limits: limitsLine };
}

/** The parts that are not empty, joined by commas; undefined when there are none. */
export function joinFilled(...parts: readonly (string | undefined)[]): string | undefined {
  const there = parts.filter(part => part !== undefined && part !== '');
  return there.length === 0 ? undefined : there.join(', ');
}
