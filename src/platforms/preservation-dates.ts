import type { PreservationFacts } from './preservation.ts';

/** Where a platform does not say how early a renewal must be asked for, a week is proposed. */
const usualDaysBefore = 7;

/** Days that follow from the day a request was sent, as YYYY-MM-DD. Absent where the platform names no number. */
export interface ProposedDates {
  readonly expiresOn?: string;
  readonly renewOn?: string;
}

/** The last day on which data is kept, and the last on which to ask for longer: proposals, for a person to change. */
export function proposedDates(
  sentOn: string,
  { keptFor, renewal }: Pick<PreservationFacts, 'keptFor' | 'renewal'>,
): ProposedDates {
  const sent = Date.parse(`${sentOn}T00:00:00Z`);
  if (keptFor.days === undefined || Number.isNaN(sent)) return {};
  const day = (days: number) => new Date(sent + days * 86_400_000).toISOString().slice(0, 10);
  const before = Math.min(renewal.askBefore ?? usualDaysBefore, keptFor.days);
  return { expiresOn: day(keptFor.days), renewOn: day(keptFor.days - before) };
}
