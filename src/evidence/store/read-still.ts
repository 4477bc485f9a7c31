import { Fault } from '../../model/fault.ts';
import type { CaseId } from '../../model/identifiers.ts';
import { isStill, tipOf } from './high-water.ts';
import type { InTurn } from './one-writer.ts';
import type { LogStore } from './store.ts';

/** In the writers' turn nobody writes; so many times more it is tried where a browser has no turns to take. */
const mostAttempts = 5;

/**
 * What `read` reads of one case, all of it from one state: whatever a person does appends to the chain in the same
 * transaction, so that an unchanged head shows that nothing was written meanwhile. Otherwise everything is read again,
 * this time while every other writer waits. A fault of `read` counts only when nothing was written.
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
