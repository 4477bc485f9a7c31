import { createSHA256 } from 'hash-wasm';

/**
 * SHA-256 over bytes that come in pieces. `digest` answers lower-case hex and ends it. One that works elsewhere
 * answers promises: the next piece may come when the one before is fulfilled.
 */
export interface RunningDigest {
  update(bytes: Uint8Array): void | Promise<void>;
  digest(): string | Promise<string>;
}

/** A running SHA-256 in WebAssembly: WebCrypto has none, and a whole ZIP does not fit in memory. */
export async function wasmDigest(): Promise<RunningDigest> {
  const hasher = await createSHA256();
  return {
    update: bytes => {
      hasher.update(bytes);
    },
    digest: () => hasher.digest('hex'),
  };
}
