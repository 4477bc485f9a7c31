import type { LogStore } from './store.ts';

/** Runs acts one after the other, in the order they were asked for; one that fails stops no other. */
export type InTurn = <T>(act: () => Promise<T>) => Promise<T>;

/** The turn that every writer of this log takes. */
export function writerName({ database }: LogStore): string {
  return `${database.name}-writer`;
}

/** One after the other within this context. */
export function queue(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return act => {
    const turn = last.then(act);
    last = turn.catch(() => undefined);
    return turn;
  };
}

/**
 * One after the other across every context of this origin, where the browser has Web Locks; else within this
 * one. Two writers are safe even so: the chain is compared again inside each transaction.
 */
export function oneWriter(name: string): InTurn {
  const locks = 'locks' in navigatorOf() ? navigatorOf().locks : undefined;
  if (locks === undefined) return queue();
  return async act => locks.request(name, act);
}

function navigatorOf(): { readonly locks?: LockManager } {
  return 'navigator' in globalThis ? globalThis.navigator : {};
}
