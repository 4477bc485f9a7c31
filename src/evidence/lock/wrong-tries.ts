import { Fault } from '../../model/fault.ts';
import type { Instant } from '../../model/identifiers.ts';
import { toInstant } from '../../model/identifiers.ts';
import type { WrongTriesRow } from '../store/database.ts';
import type { LogStore } from '../store/store.ts';

/** So many wrong tries cost nothing, for fingers slip. Each further one doubles the wait, up to the longest. */
const free = 4;
const firstWaitMs = 10_000;
const longestWaitMs = 900_000;

/** How long to wait after so many wrong tries in a row, in milliseconds. */
export function waitAfter(count: number): number {
  return count <= free ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** (count - free - 1));
}

/** How many tries were wrong since the last right one, and from when the next is allowed; undefined when it is now. */
export interface WrongTries {
  readonly count: number;
  readonly tryAgainAt: Instant | undefined;
}

/** The wrong tries so far. They are in the database, so that closing the browser does not forget them. */
export async function readWrongTries(store: LogStore): Promise<WrongTries> {
  const row = await rowOf(store);
  if (row === undefined) return { count: 0, tryAgainAt: undefined };
  const until = row.lastAt + waitAfter(row.count);
  return { count: row.count, tryAgainAt: until > nowOf(store) ? toInstant(until) : undefined };
}

/**
 * Counts a try before it is made, so that one that is broken off counts too. Returns the number of tries before. Throws
 * Fault `lock.passphrase.too-soon`, which counts nothing. Call it in the writer's turn.
 */
export async function countTry(store: LogStore): Promise<number> {
  const { vault } = store.database;
  return store.database
    .transaction('rw', vault, async () => {
      const now = nowOf(store);
      const row = await rowOf(store);
      const count = row?.count ?? 0;
      // A clock that was set back must not lock the owner out for as long as it was set back: the wait begins again.
      const lastAt = Math.min(row?.lastAt ?? 0, now);
      if (row !== undefined && lastAt !== row.lastAt) await vault.put({ ...row, lastAt });
      const mayTry = lastAt + waitAfter(count) <= now;
      if (mayTry) await vault.put({ id: 'wrong-tries', count: count + 1, lastAt: now });
      return { count, mayTry };
    })
    .then(({ count, mayTry }) => {
      if (!mayTry) throw new Fault('lock.passphrase.too-soon');
      return count;
    });
}

/** Forgets them after a right one. */
export async function forgetTries({ database }: LogStore): Promise<void> {
  await database.vault.delete('wrong-tries');
}

async function rowOf({ database }: LogStore): Promise<WrongTriesRow | undefined> {
  const row = await database.vault.get('wrong-tries');
  return row !== undefined && 'count' in row ? row : undefined;
}

function nowOf(store: LogStore): number {
  return Date.parse(store.now());
}
