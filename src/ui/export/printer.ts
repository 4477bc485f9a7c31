import type { Printer } from './worker-engine.ts';

/** The printer of a page in the browser. */
export function createPrinter(): Printer {
  return { make: () => Promise.reject(new Error('no printer')), stop() {}, close() {} };
}
