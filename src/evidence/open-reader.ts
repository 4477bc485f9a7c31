import { createReader } from './read-log.ts';
import type { LogReader } from './reader.ts';
import { type LogOptions, LogStore } from './store/store.ts';

/** The log for a page, which only reads it. */
export interface OpenReader {
  readonly reader: LogReader;
  /** Closes the connection. */
  close(): void;
}

/** Opens the log for reading. Returns at once; the database is opened on first use. */
export function openReader(options: LogOptions): OpenReader {
  const store = new LogStore(options);
  return { reader: createReader(store), close: () => store.close() };
}
