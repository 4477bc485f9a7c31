import type { ListedEntry } from '../zip/entries.ts';
import type { BundleSource } from '../zip/source.ts';
import type { VerifyOptions } from './verify-options.ts';

/** Progress of a check: reading every file for its digest, and reading pictures again for their pixels. */
export interface Progress {
  reading(done: number): void;
  looking(size: number): void;
}

/**
 * Combines both kinds of reading into one progress in bytes of the file, by the work done. Never exceeds the file's
 * size; the last picture completes it.
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
