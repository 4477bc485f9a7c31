/** One measurement beside its floor, both taken in this run. `limit` is the ratio DESIGN section 5 allows. */
export interface Row {
  readonly row: string;
  readonly value: number;
  readonly floor: number;
  readonly ratio: number;
  readonly unit: 'ms' | 'bytes';
  readonly limit: number;
  /** What else was seen, such as memory above what was in use before. */
  readonly notes?: string;
}

/** Puts value and floor together. */
export function row(
  name: string,
  unit: Row['unit'],
  limit: number,
  { value, floor, notes }: { value: number; floor: number; notes?: string },
): Row {
  return { row: name, value, floor, ratio: value / floor, unit, limit, ...(notes ? { notes } : {}) };
}

/** The middle one of the numbers; of an even count the lower. Throws when there is none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (middle === undefined) throw new Error('no numbers');
  return middle;
}
