/** What is put in order: a number that only grows, where the row has one, and a moment by this computer's clock. */
export interface Placed {
  readonly number: number | undefined;
  readonly at: string;
}

/**
 * Oldest first, by number: a clock may be set back, a number is not. Rows of earlier versions have none; they came
 * before all that have one, and only among themselves their clock decides.
 */
export function inOrder(one: Placed, other: Placed): number {
  const numbers = (one.number ?? -1) - (other.number ?? -1);
  if (numbers !== 0) return numbers;
  return one.at < other.at ? -1 : one.at > other.at ? 1 : 0;
}
