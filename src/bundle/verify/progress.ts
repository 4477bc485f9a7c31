import type { ListedEntry } from '../zip/entries.ts';
import type { BundleSource } from '../zip/source.ts';
import type { VerifyOptions } from './verify-options.ts';

/** How far a check is: what every file was read for its digest, and what pictures were looked through once more. */
export interface Progress {
  reading(done: number): void;
  looking(size: number): void;
}

/**
 * Both kinds of reading told as one to whoever watches, in bytes of the file: each part of it advances as much as the
 * work on it does. Never more than the whole; the last picture ends it.
 */
export function progressOf(
  source: BundleSource,
  entries: readonly ListedEntry[],
  onProgress: VerifyOptions['onProgress'],
): Progress {
  const pictures = entries
    .filter(({ name }) => /^data\/exhibits\/.*\.png$/.test(name))
    .reduce((sum, { size }) => sum + size, 0);
  const work = source.size + pictures;
  let read = 0;
  let looked = 0;
  const tell = () => {
    const done = Math.floor(source.size * Math.min(1, (read + looked) / Math.max(1, work)));
    onProgress?.(done, source.size);
  };
  return {
    reading: done => {
      read = done;
      tell();
    },
    looking: size => {
      looked += size;
      tell();
    },
  };
}
