import { assertWithin, type BundleSource } from '../../src/bundle/zip/source.ts';

/** The bundle in bytes that are in memory already. */
export function bytesSource(bytes: Uint8Array, name: string): BundleSource {
  return {
    name,
    size: bytes.length,
    async read(offset, length) {
      assertWithin(bytes.length, offset, length);
      return bytes.slice(offset, offset + length);
    },
  };
}
