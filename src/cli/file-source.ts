import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import * as zlib from 'node:zlib';
import type { VerifyOptions } from '../bundle/verify/verify-options.ts';
import type { RunningCrc32 } from '../bundle/zip/crc32.ts';
import type { RunningDigest } from '../bundle/zip/running-digest.ts';
import { assertWithin, type BundleSource } from '../bundle/zip/source.ts';

/** A file on disk that is read in pieces. `close` releases it. */
export interface FileSource extends BundleSource {
  close(): Promise<void>;
}

/** Opens a file for reading. Rejects with the operating system's error when it cannot be opened. */
export async function openFileSource(path: string): Promise<FileSource> {
  const handle = await open(path, 'r');
  const { size } = await handle.stat();
  return {
    name: basename(path),
    size,
    async read(offset, length, room) {
      assertWithin(size, offset, length);
      // Need not be filled with zeros: every byte is overwritten before use.
      const bytes =
        room !== undefined && room.length >= length
          ? room.subarray(0, length)
          : new Uint8Array(Buffer.allocUnsafeSlow(length).buffer);
      let done = 0;
      while (done < length) {
        const { bytesRead } = await handle.read(bytes, done, length - done, offset + done);
        // The same kind of error as a browser's.
        if (bytesRead === 0)
          throw new DOMException('file became shorter while it was read', 'NotReadableError');
        done += bytesRead;
      }
      return bytes;
    },
    close: () => handle.close(),
  };
}

/** Node's own incremental SHA-256, which is faster than WebAssembly. */
export async function nodeDigest(): Promise<RunningDigest> {
  const hash = createHash('sha256');
  return {
    update: bytes => {
      hash.update(bytes);
    },
    digest: () => hash.digest('hex'),
  };
}

/** Where Node is faster than the verifier's own code. `zlib.crc32` came with Node 20.15 and 22.2. */
export const nodeSpeed: Pick<VerifyOptions, 'createDigest' | 'createCrc32' | 'inflate'> = {
  createDigest: nodeDigest,
  inflate: nodeInflate,
  ...('crc32' in zlib ? { createCrc32: nodeCrc32 } : {}),
};

async function nodeCrc32(): Promise<RunningCrc32> {
  let crc = 0;
  return {
    update: bytes => {
      crc = zlib.crc32(bytes, crc);
    },
    value: () => {
      const value = crc;
      crc = 0;
      return value;
    },
  };
}

/** Twenty times as fast as the web's stream, because its pieces are larger. */
async function* nodeInflate(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const unpacked = zlib.createInflate({ chunkSize: 256 * 1024 });
  // The error is thrown by the iteration below; without a listener it would end the process.
  unpacked.on('error', () => undefined);
  const feeding = feed(packed, unpacked);
  feeding.catch(error => unpacked.destroy(error));
  try {
    // Not destroyed on return: bytes after the end of the packed stream must still be read and rejected.
    yield* unpacked.iterator({ destroyOnReturn: false });
    await feeding;
  } finally {
    unpacked.destroy();
  }
}

/** Passes on each piece before it asks for the next. Throws when bytes follow the end of the stream. */
async function feed(packed: AsyncIterable<Uint8Array>, unpacked: zlib.Inflate): Promise<void> {
  let length = 0;
  for await (const piece of packed) {
    length += piece.length;
    await new Promise<void>((resolve, reject) =>
      unpacked.write(piece, error => (error ? reject(error) : resolve())),
    );
  }
  unpacked.end();
  if (unpacked.bytesWritten < length) throw new Error('bytes behind the end of what is packed');
}
