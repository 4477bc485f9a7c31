import { crc32 } from 'node:zlib';

/** A seeded run of 32-bit numbers, so that a failure can be repeated: CRC-32 of a counter. */
export function seeded(seed: number): () => number {
  let counter = seed;
  return () => {
    counter += 1;
    return crc32(new Uint8Array(Uint32Array.of(counter, counter ^ 0x9e3779b9).buffer));
  };
}
