/**
 * How near what stands in a page comes to a value that was read: 3 the same but for white space, 2 the value stands in it,
 * 1 it stands in the value, 0 neither. A moment stands in whatever writes it, as a date or in seconds.
 */
export function closeness(value: string, written: string): 0 | 1 | 2 | 3 {
  const [sought, raw] = [oneLine(value), oneLine(written)];
  if (raw === '') return 0;
  if (raw === sought) return 3;
  if (raw.includes(sought)) return 2;
  if (isMoment(value)) return writesMoment(Date.parse(value), raw) ? 2 : 0;
  return raw.length >= shortestPart && sought.includes(raw) ? 1 : 0;
}

/** Shorter texts stand in too many others by chance. */
const shortestPart = 3;

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function isMoment(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.test(value);
}

function writesMoment(milliseconds: number, raw: string): boolean {
  return Date.parse(raw) === milliseconds || raw.includes(String(Math.floor(milliseconds / 1000)));
}
