import type { ContentCategory } from '../../model/content.ts';
import type { Jurisdiction } from '../../model/details.ts';

/** The day on which the facts in this folder were read or searched for. */
export const offencesCheckedOn = '21 November 2026';

/** A fact of law, and whether it was read in a source. A fact that was not is shown with a mark. */
export interface LegalFact {
  readonly text: string;
  readonly confirmed: boolean;
}

/**
 * How the time limit runs. `six-months`: from the incident, or from the last one of a course of conduct. `three-years`:
 * three years from the act, and six months from sufficient evidence reaching the prosecutor. `knowledge`: six months
 * from the prosecutor's knowledge, and at most three years from the act. `not-an-offence`: an order or an aggravation.
 */
export type TimeLimit = 'six-months' | 'three-years' | 'knowledge' | 'none' | 'not-an-offence' | 'not-known';

/**
 * What a provision is relevant to: a kind of content, or `general` for every case; `order` where an order is in force;
 * `domestic` where the person is or was a partner or a member of the family.
 */
export type OffenceTopic = ContentCategory | 'general' | 'order' | 'domestic';

/** One provision, in neutral words. It never says that anybody committed it. */
export interface Offence {
  readonly act: string;
  readonly section: string;
  readonly description: string;
  /** The courts it may go to, and the maximum sentence. */
  readonly mode: LegalFact;
  readonly limit: TimeLimit;
  /** Whether the time limit was read in a source. */
  readonly limitConfirmed: boolean;
  readonly topics: readonly OffenceTopic[];
  /** Whether the provision itself was read in a source. */
  readonly confirmed: boolean;
  /** Where it was read, in a few words; empty when it is not confirmed. */
  readonly source: string;
}

/** The provisions of one jurisdiction. */
export interface OffenceTable {
  readonly jurisdiction: Jurisdiction;
  /** The provision that limits the time for summary-only offences. */
  readonly summaryLimit: LegalFact;
  readonly offences: readonly Offence[];
}

/** A fact that was read in a source. */
export function read(text: string): LegalFact {
  return { text, confirmed: true };
}

/** A fact that was not read in a source. */
export function unread(text: string): LegalFact {
  return { text, confirmed: false };
}

/** The fact, marked where it is not confirmed; only the mark when the text is empty. */
export function legalFactWords({ text, confirmed }: LegalFact): string {
  if (confirmed) return text;
  const mark = `not confirmed, checked ${offencesCheckedOn}`;
  return text === '' ? `Not looked up: ${mark}` : `${text} [${mark}]`;
}
