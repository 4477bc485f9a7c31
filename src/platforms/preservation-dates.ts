import type { PreservationFacts } from './preservation.ts';

/** The days before expiry at which a renewal is proposed where the platform names none. */
const usualDaysBefore = 7;

/** Dates counted from the day a request was sent, as YYYY-MM-DD. Absent where the platform names no number of days. */
export interface ProposedDates {
  readonly expiresOn?: string;
  readonly renewOn?: string;
}

/** The last day on which data is kept, and the last day to ask for renewal: proposals for a person to change. */
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
