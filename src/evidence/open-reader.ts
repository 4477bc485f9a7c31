import { createReader } from './read-log.ts';
import type { LogReader } from './reader.ts';
import { type LogOptions, LogStore } from './store/store.ts';

/** The log for a page, which only reads it. */
export interface OpenReader {
  readonly reader: LogReader;
  /** Closes the connection. */
  close(): void;
}

/** Opens the log for reading. Comes back at once; the database is opened when first used. */
export function openReader(options: LogOptions): OpenReader {
  const store = new LogStore(options);
  return { reader: createReader(store), close: () => store.close() };
}
