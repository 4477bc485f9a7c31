import { createSHA256 } from 'hash-wasm';

/**
 * SHA-256 over bytes that come in pieces. `digest` returns lower-case hex and ends it. An implementation on another
 * thread returns promises: add the next piece when the previous promise is fulfilled.
 */
export interface RunningDigest {
  update(bytes: Uint8Array): void | Promise<void>;
  digest(): string | Promise<string>;
}

/** A running SHA-256 in WebAssembly, because WebCrypto has none and a whole ZIP does not fit in memory. */
export async function wasmDigest(): Promise<RunningDigest> {
  const hasher = await createSHA256();
  return {
    update: bytes => {
      hasher.update(bytes);
    },
    digest: () => hasher.digest('hex'),
  };
}
