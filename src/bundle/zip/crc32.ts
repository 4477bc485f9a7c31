import { createCRC32 } from 'hash-wasm';

/** A running CRC-32 as ZIP uses it (ITU-T V.42). `value` returns an unsigned 32-bit number and starts again. */
export interface RunningCrc32 {
  update(bytes: Uint8Array): void;
  value(): number;
}

/** A running CRC-32 in WebAssembly. */
export async function wasmCrc32(): Promise<RunningCrc32> {
  const hasher = await createCRC32();
  hasher.init();
  return {
    update: bytes => {
      hasher.update(bytes);
    },
    value: () => {
      const value = Number.parseInt(hasher.digest('hex'), 16);
      hasher.init();
      return value;
    },
  };
}
