import { createReader } from './read-log.ts';
import type { LogReader } from './reader.ts';
import { type LogOptions, LogStore } from './store/store.ts';
import { createWriter } from './write-log.ts';
import type { LogWriter } from './writer.ts';

export type { LogOptions };

/** The evidence log. Only the background uses `writer`. */
export interface Log {
  readonly reader: LogReader;
  readonly writer: LogWriter;
  /** Closes the connections. Nothing is lost: every fulfilled promise is on the disk. */
  close(): void;
}

/** The log of this browser profile. Returns at once; the database is opened, or created, on first use. */
export function openLog(options: LogOptions): Log {
  const store = new LogStore(options);
  return { reader: createReader(store), writer: createWriter(store), close: () => store.close() };
}
