import { mapTogether } from '../crypto/together.ts';
import type { CustodyEvent } from '../model/custody.ts';
import type { LostEvents } from '../model/lost-events.ts';
import { digestOfEvent, firstPrevious } from './chain.ts';

/** What a log has under one number of a chain; no event where it does not open. */
export interface ChainRow {
  readonly sequence: number;
  readonly event: CustodyEvent | undefined;
}

/** A chain as its log still has it: the events that are whole, and which others there were. Both by number. */
export interface KeptChain {
  readonly events: readonly CustodyEvent[];
  readonly lost: readonly LostEvents[];
}

/**
 * Tells the events of a chain that are whole from those that are lost. Looked at from the end: an event is whole when it
 * opens, is what its digest was made over, and is the one that the next whole event follows. `rows` go up by number;
 * `end` is the last event by the log's own mark, whatever of its rows is there.
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
