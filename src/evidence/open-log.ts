import type { Random } from '../crypto/random.ts';
import type { LogReader } from './reader.ts';
import type { LogWriter } from './writer.ts';

/** `now` is this computer's clock; `random` is the platform's unless a test says otherwise. */
export interface LogOptions {
  readonly databaseName?: string;
  readonly now: () => Date;
  readonly random?: Random;
}

/** The evidence log. Only the background uses `writer`. */
export interface Log {
  readonly reader: LogReader;
  readonly writer: LogWriter;
  /** Closes the connections. Nothing is lost: all that was promised is on the disk. */
  close(): void;
}
