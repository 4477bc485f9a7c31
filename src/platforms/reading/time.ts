import type { Instant } from '../../model/identifiers.ts';

/** The instant of Unix milliseconds. The schema's own constructor would load zod into every page. */
export function instantAt(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString() as Instant;
}

const zoned =
  /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?<seconds>:\d{2}(?:\.\d+)?)?\s?(?<offset>Z|[+-]\d{2}:?\d{2})$/i;

/**
 * A machine-readable time with a zone, and its precision as tolerance in seconds. Undefined for a date alone and for a
 * time without a zone, which would have to be guessed.
 */
export function readMachineTime(
  text: string | undefined,
): { readonly at: Instant; readonly toleranceSeconds: number } | undefined {
  const trimmed = text?.trim() ?? '';
  const found = zoned.exec(trimmed)?.groups;
  if (found === undefined) return undefined;
  const normal = trimmed.replace(' ', 'T').replace(/\s/g, '');
  const milliseconds = Date.parse(normal.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (!isPlausible(milliseconds)) return undefined;
  return { at: instantAt(milliseconds), toleranceSeconds: found['seconds'] === undefined ? 60 : 1 };
}

/** A Unix time in seconds (9 or 10 digits) or milliseconds (12 or 13 digits); undefined for anything else. */
export function readUnixTime(
  text: string | undefined,
): { readonly at: Instant; readonly toleranceSeconds: number } | undefined {
  const digits = /^(\d{9,10}|\d{12,13})$/.exec(text?.trim() ?? '')?.[1];
  if (digits === undefined) return undefined;
  const milliseconds = digits.length > 10 ? Number(digits) : Number(digits) * 1000;
  return isPlausible(milliseconds) ? { at: instantAt(milliseconds), toleranceSeconds: 1 } : undefined;
}

const earliest = Date.UTC(1990, 0, 1);
const latest = Date.UTC(2100, 0, 1);

function isPlausible(milliseconds: number): boolean {
  return milliseconds >= earliest && milliseconds < latest;
}
