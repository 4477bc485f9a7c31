import { builtAlready, ensureBuilt } from '../../scripts/drive/session.ts';

/** Builds before the first end-to-end test, once for all files: they are started with the note that it is done. */
export function setup(): void {
  ensureBuilt();
  process.env[builtAlready] = '1';
}
