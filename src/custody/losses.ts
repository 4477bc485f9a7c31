import type { LostEvents } from '../model/lost-events.ts';

/** The lost events of a chain, for counting how many lie in a range. */
export interface Losses {
  readonly count: number;
  /** How many lost events have a number above `after` and below `before`. */
  between(after: number, before: number): number;
}

/** The losses of a chain that has lost nothing. */
export const noLosses: Losses = { count: 0, between: () => 0 };

/** Undefined when the ranges are not in ascending order, since an event could then be counted twice. */
export function lossesOf(lost: readonly LostEvents[]): Losses | undefined {
  const before: number[] = [];
  let count = 0;
  let last = 0;
  for (const { from, to } of lost) {
    if (from <= last || to < from) return undefined;
    before.push(count);
    count += to - from + 1;
    last = to;
  }
  /** How many lost events have a number below this one. */
  const below = (number: number) => {
    const index = lastBelow(lost, number);
    const range = lost[index];
    return range === undefined
      ? 0
      : (before[index] ?? 0) + Math.min(range.to + 1, Math.max(number, range.from)) - range.from;
  };
  return { count, between: (after, end) => Math.max(0, below(end) - below(after + 1)) };
}

/** Index of the last range that begins below the number, else -1. A bundle may name thousands of ranges. */
function lastBelow(lost: readonly LostEvents[], number: number): number {
  let [low, high] = [0, lost.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lost[middle]?.from ?? number) < number) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
