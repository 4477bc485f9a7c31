/**
 * How long after an event it was written down, as a plain fact: `written down 3 months later`. Both are days,
 * YYYY-MM-DD. Months and years are whole; an event after the day of writing is said to be so.
 */
export function laterWords(on: string, writtenOn: string): string {
  const days = Math.round((Date.parse(writtenOn) - Date.parse(on)) / 86_400_000);
  if (days < 0) return 'written down before that day';
  if (days === 0) return 'written down on the same day';
  if (days === 1) return 'written down the next day';
  const months = monthsBetween(on, writtenOn);
  if (months >= 24) return `written down ${Math.floor(months / 12)} years later`;
  if (months >= 2) return `written down ${months} months later`;
  if (days >= 14) return `written down ${Math.floor(days / 7)} weeks later`;
  return `written down ${days} days later`;
}

function monthsBetween(on: string, later: string): number {
  const whole = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return whole(later) - whole(on) - (later.slice(8) < on.slice(8) ? 1 : 0);
}
