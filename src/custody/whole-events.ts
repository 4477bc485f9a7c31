import { mapTogether } from '../crypto/together.ts';
import type { CustodyEvent } from '../model/custody.ts';
import type { LostEvents } from '../model/lost-events.ts';
import { digestOfEvent, firstPrevious } from './chain.ts';

/** One row of the log: an event under its number. `event` is undefined when it cannot be opened. */
export interface ChainRow {
  readonly sequence: number;
  readonly event: CustodyEvent | undefined;
}

/** A chain as far as the log still holds it: the whole events and the lost ranges, both by number. */
export interface KeptChain {
  readonly events: readonly CustodyEvent[];
  readonly lost: readonly LostEvents[];
}

/**
 * Separates the whole events of a chain from the lost ones, working from the end. An event is whole when it can be
 * opened, matches its own digest, and is the one that the next whole event links to. `rows` are in ascending order;
 * `end` is the last event by the log's own mark, whether or not its row is there.
 */
export async function wholeEvents(
  rows: readonly ChainRow[],
  end?: Pick<CustodyEvent, 'sequence' | 'digest'>,
): Promise<KeptChain> {
  const isWhole = await mapTogether(rows, isAsDigested);
  const events: CustodyEvent[] = [];
  const lost: LostEvents[] = [];
  const lose = (from: number, to: number, reason: LostEvents['reason']) => {
    if (to < from) return;
    const later = lost.at(-1);
    if (later?.reason === reason && later.from === to + 1) lost[lost.length - 1] = { ...later, from };
    else lost.push({ from, to, reason });
  };
  const isAhead = end !== undefined && end.sequence >= (rows.at(-1)?.sequence ?? 0);
  let next = isAhead ? end.sequence + 1 : (rows.at(-1)?.sequence ?? 0) + 1;
  let due = isAhead ? end.digest : undefined;
  for (const [index, { sequence, event }] of [...rows.entries()].toReversed()) {
    if (sequence + 1 < next) due = undefined;
    lose(sequence + 1, next - 1, 'missing');
    next = sequence;
    const follows = sequence > 1 || event?.previous === firstPrevious;
    if (event !== undefined && isWhole[index] && follows && (due === undefined || event.digest === due)) {
      events.push(event);
      due = event.previous;
    } else {
      lose(sequence, sequence, event === undefined ? 'unreadable' : 'altered');
      due = undefined;
    }
  }
  lose(1, next - 1, 'missing');
  return { events: events.reverse(), lost: lost.reverse() };
}

async function isAsDigested({ sequence, event }: ChainRow): Promise<boolean> {
  return event !== undefined && event.sequence === sequence && (await digestOfEvent(event)) === event.digest;
}
