import type { ContentCategory } from '../../model/content.ts';
import type { Jurisdiction } from '../../model/details.ts';

/** The day on which the facts of this folder were read or looked for. */
export const offencesCheckedOn = '21 November 2026';

/** A fact of law, and whether it was read in a source. One that was not is shown with that mark. */
export interface LegalFact {
  readonly text: string;
  readonly confirmed: boolean;
}

/**
 * How time runs. `six-months`: from the incident; of a course of conduct, from the last one. `three-years`: three
 * years from the act and six months from sufficient evidence reaching the prosecutor. `knowledge`: six months from
 * the prosecutor's knowledge, and three years from the act at most. `not-an-offence`: an order or an aggravation.
 */
export type TimeLimit = 'six-months' | 'three-years' | 'knowledge' | 'none' | 'not-an-offence' | 'not-known';

/**
 * What of a case a provision has to do with: a kind of content, or `general` for all; `order` where an order is
 * in force; `domestic` where the person is, or was, a partner or of the family.
 */
export type OffenceTopic = ContentCategory | 'general' | 'order' | 'domestic';

/** One provision, in neutral words. It never says that anybody did it. */
export interface Offence {
  readonly act: string;
  readonly section: string;
  readonly description: string;
  /** Which courts it may go to, and the most that can be imposed. */
  readonly mode: LegalFact;
  readonly limit: TimeLimit;
  /** Whether the way time runs was read in a source. */
  readonly limitConfirmed: boolean;
  readonly topics: readonly OffenceTopic[];
  /** Whether the provision itself was read in a source. */
  readonly confirmed: boolean;
  /** Where it was read, in few words; of an unconfirmed one, empty. */
  readonly source: string;
}

/** The provisions of one jurisdiction. */
export interface OffenceTable {
  readonly jurisdiction: Jurisdiction;
  /** Which provision limits the time of summary-only offences. */
  readonly summaryLimit: LegalFact;
  readonly offences: readonly Offence[];
}

/** A fact that was read in a source. */
export function read(text: string): LegalFact {
  return { text, confirmed: true };
}

/** A fact that was not. */
export function unread(text: string): LegalFact {
  return { text, confirmed: false };
}

/** The fact, marked where it is not confirmed; of an empty one, the mark alone. */
export function legalFactWords({ text, confirmed }: LegalFact): string {
  if (confirmed) return text;
  const mark = `not confirmed, checked ${offencesCheckedOn}`;
  return text === '' ? `Not looked up: ${mark}` : `${text} [${mark}]`;
}
