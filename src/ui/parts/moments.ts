const local = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'medium' });

/** A moment in this computer's time zone: `21 November 2026 at 11:09:17`. */
export function localWords(instant: string): string {
  return local.format(new Date(instant));
}
