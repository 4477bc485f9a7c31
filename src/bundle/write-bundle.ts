import type { BundleInput, BundleProgress, BundleSink, WrittenBundle } from './bundle-input.ts';

/** What may be given beside the input. */
export interface WriteOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: BundleProgress;
}

/**
 * Writes one volume as a signed ZIP into `sink`.
 */
export async function writeBundle(
  input: BundleInput,
  sink: BundleSink,
  options: WriteOptions = {},
): Promise<WrittenBundle> {
  void input;
  void sink;
  void options;
  throw new Error('not written');
}
