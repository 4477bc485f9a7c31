import { createReader } from './read-log.ts';
import type { LogReader } from './reader.ts';
import { type LogOptions, LogStore } from './store.ts';

/** The log for a page, which only reads it. Comes back at once; the database is opened when first used. */
export function openReader(options: LogOptions): LogReader {
  return createReader(new LogStore(options));
}
