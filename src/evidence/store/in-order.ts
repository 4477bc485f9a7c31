/** What rows are ordered by: an increasing number, where the row has one, and a moment by this computer's clock. */
export interface Placed {
  readonly number: number | undefined;
  readonly at: string;
}

/**
 * Compares by number, oldest first, because a clock may be set back. Rows of earlier versions have no number: they come
 * before all others and are compared by their clock.
 */
export function inOrder(one: Placed, other: Placed): number {
  const numbers = (one.number ?? -1) - (other.number ?? -1);
  if (numbers !== 0) return numbers;
  return one.at < other.at ? -1 : one.at > other.at ? 1 : 0;
}
