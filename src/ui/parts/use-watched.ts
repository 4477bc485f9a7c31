import { useEffect, useState } from 'preact/hooks';
import { usePorts } from './ports.ts';

/** The latest result of a query of the log: nothing yet, a value, or the error that stopped it. */
export type Watched<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown };

/**
 * Runs `query` now, whenever one of `dependencies` changes, and after every write to the log that touches what it read.
 * Goes back to `waiting` when a dependency changes.
 */
export function useWatched<T>(query: () => Promise<T>, dependencies: readonly unknown[]): Watched<T> {
  const { log } = usePorts();
  const [watched, setWatched] = useState<Watched<T>>({ state: 'waiting' });
  useEffect(() => {
    setWatched({ state: 'waiting' });
    const subscription = log.watch(query).subscribe({
      next: value => setWatched({ state: 'ready', value }),
      error: error => setWatched({ state: 'failed', error }),
    });
    return () => subscription.unsubscribe();
  }, [log, ...dependencies]);
  return watched;
}

/** The value; undefined while there is none. */
export function readyValue<T>(watched: Watched<T>): T | undefined {
  return watched.state === 'ready' ? watched.value : undefined;
}

/** Whether each of these queries has a value or an error. */
export function haveAnswered(...watched: readonly Watched<unknown>[]): boolean {
  return watched.every(({ state }) => state !== 'waiting');
}

/** The error of the first of these queries that failed; undefined when none did. */
export function errorOf(...watched: readonly Watched<unknown>[]): unknown {
  for (const each of watched) if (each.state === 'failed') return each.error;
  return undefined;
}
