import type { Losses } from '../../../custody/losses.ts';
import type { CustodyEvent } from '../../../model/custody.ts';
import { exhibitNumber } from '../../../model/exhibit.ts';
import { chainExhibits } from './chain-exhibits.ts';

/** An exhibit by its number, with every event about it. */
export interface Unwitnessed {
  readonly reference: string;
  readonly events: readonly CustodyEvent[];
}

/** Whether the event of a recording may be lost. */
export type MayBeLost = (exhibit: Unwitnessed) => boolean;

/**
 * Numbers are given in sequence, so a recording's event was between those of the neighbouring numbers and before every
 * other event about it. Enough events must be lost there for it and for each missing number before it.
 */
export function lostCommits(events: readonly CustodyEvent[], losses: Losses): MayBeLost {
  if (losses.count === 0) return () => false;
  const { inOrder } = chainExhibits(events);
  return ({ reference, events: about }) => {
    const number = exhibitNumber(reference);
    const index = firstBeyond(inOrder, number);
    const [smaller, larger] = [inOrder[index - 1], inOrder[index]];
    const before = Math.min(
      larger?.committed.sequence ?? Number.POSITIVE_INFINITY,
      about[0]?.sequence ?? Number.POSITIVE_INFINITY,
    );
    const lost = losses.between(smaller?.committed.sequence ?? 1, before);
    return smaller?.number !== number && lost >= number - (smaller?.number ?? 0);
  };
}

/** The index of the first larger number in an ascending list. */
function firstBeyond(inOrder: readonly { readonly number: number }[], number: number): number {
  let [low, high] = [0, inOrder.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((inOrder[middle]?.number ?? Number.POSITIVE_INFINITY) <= number) low = middle + 1;
    else high = middle;
  }
  return low;
}
