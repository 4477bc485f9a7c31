import { type RunningDigest, wasmDigest } from './running-digest.ts';
import type { BundleSource } from './source.ts';

const pieceLength = 2_000_000;

/** SHA-256 of the whole file, read in pieces. Rejects with the signal's reason, and with what the source throws. */
export async function digestWhole(
  source: BundleSource,
  options: { readonly signal?: AbortSignal; readonly createDigest?: () => Promise<RunningDigest> },
): Promise<string> {
  const digest = await (options.createDigest ?? wasmDigest)();
  for (let offset = 0; offset < source.size; offset += pieceLength) {
    options.signal?.throwIfAborted();
    await digest.update(await source.read(offset, Math.min(pieceLength, source.size - offset)));
  }
  return await digest.digest();
}
