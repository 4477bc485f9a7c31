import type { LostEvents } from '../model/lost-events.ts';

/** The numbers of a chain whose events are lost, to be asked how many of them lie where. */
export interface Losses {
  readonly count: number;
  /** How many lost events have a number above `after` and below `before`. */
  between(after: number, before: number): number;
}

/** Of a chain of which nothing is lost. */
export const noLosses: Losses = { count: 0, between: () => 0 };

/** Undefined when the numbers do not go up, so that one would count twice. */
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
  /** How many have a number below this one. */
  const below = (number: number) => {
    const index = lastBelow(lost, number);
    const range = lost[index];
    return range === undefined
      ? 0
      : (before[index] ?? 0) + Math.min(range.to + 1, Math.max(number, range.from)) - range.from;
  };
  return { count, between: (after, end) => Math.max(0, below(end) - below(after + 1)) };
}

/** The last range that begins below the number; -1 when none does. A bundle may name thousands of them. */
function lastBelow(lost: readonly LostEvents[], number: number): number {
  let [low, high] = [0, lost.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lost[middle]?.from ?? number) < number) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
