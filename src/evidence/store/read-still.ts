import { Fault } from '../../model/fault.ts';
import type { CaseId } from '../../model/identifiers.ts';
import { isStill, tipOf } from './high-water.ts';
import type { InTurn } from './one-writer.ts';
import type { LogStore } from './store.ts';

/** Attempts in the writers' turn, where nobody else writes unless the browser has no Web Locks. */
const mostAttempts = 5;

/**
 * Reads one case from a single state of the log. Every act of a person appends to the chain in the same transaction, so
 * an unchanged head shows that nothing was written meanwhile. Otherwise `read` runs again while all other writers wait.
 * An error of `read` counts only when nothing was written.
 */
export async function readStill<T>(
  store: LogStore,
  { caseId, inTurn }: { readonly caseId: CaseId; readonly inTurn: InTurn },
  read: () => Promise<T>,
): Promise<T> {
  const attempt = async (): Promise<{ readonly value: T } | undefined> => {
    const before = await tipOf(store, caseId);
    const reading = await read().then(
      value => ({ value }),
      (error: unknown) => ({ error }),
    );
    if (!(await isStill(store, caseId, before))) return undefined;
    if ('error' in reading) throw reading.error;
    return reading;
  };
  const first = await attempt();
  if (first !== undefined) return first.value;
  return inTurn(async () => {
    for (let count = 0; count < mostAttempts; count += 1) {
      const still = await attempt();
      if (still !== undefined) return still.value;
    }
    throw new Fault('log.not-readable', 'the case kept changing while it was read');
  });
}
