import type { LogStore } from './store.ts';

/** Runs acts one at a time, in the order requested; one that fails stops no other. */
export type InTurn = <T>(act: () => Promise<T>) => Promise<T>;

/** The name of the lock that every writer of this log takes. */
export function writerName({ database }: LogStore): string {
  return `${database.name}-writer`;
}

/** One at a time within this context. */
export function queue(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return act => {
    const turn = last.then(act);
    last = turn.catch(() => undefined);
    return turn;
  };
}

/**
 * One at a time across all contexts of this origin where the browser has Web Locks, otherwise within this one. Two
 * writers are safe even so, because each transaction compares the chain again.
 */
export function oneWriter(name: string): InTurn {
  const locks = 'locks' in navigatorOf() ? navigatorOf().locks : undefined;
  if (locks === undefined) return queue();
  return async act => locks.request(name, act);
}

function navigatorOf(): { readonly locks?: LockManager } {
  return 'navigator' in globalThis ? globalThis.navigator : {};
}
