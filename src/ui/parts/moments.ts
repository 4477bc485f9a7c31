const local = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'medium' });

/** A moment by this computer's zone, for lists: `21 November 2026 at 11:09:17`. */
export function localWords(instant: string): string {
  return local.format(new Date(instant));
}

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** `2026-11-21` as people write it: `21 November 2026`. */
export function dayWords(day: string): string {
  return days.format(new Date(`${day}T00:00:00Z`));
}
