import { ensureBuilt } from './session.ts';

/** Before the first end-to-end test, so that no two of them build at the same time. */
export function setup(): void {
  ensureBuilt();
}
