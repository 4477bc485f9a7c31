import { vi } from 'vitest';

/** Asks again until it no longer throws; gives up, with what it threw last, only where nothing ever comes. */
export function eventually<T>(assertion: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(assertion, { timeout: 600_000, interval: 10 });
}
