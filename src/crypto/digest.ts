import { unshared } from './bytes.ts';
import { toHex } from './hex.ts';

/** Input for a digest. A Blob is read whole, because WebCrypto has no incremental digest. */
export type Digestible = Uint8Array | ArrayBuffer | Blob;

/** SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits. Rejects when a Blob can no longer be read. */
export async function sha256(bytes: Digestible): Promise<string> {
  return toHex(await sha256Bytes(bytes));
}

/** SHA-256 as its 32 bytes. Rejects when a Blob can no longer be read. */
export async function sha256Bytes(bytes: Digestible): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', await toBufferSource(bytes)));
}

async function toBufferSource(bytes: Digestible): Promise<Uint8Array<ArrayBuffer> | ArrayBuffer> {
  if (ArrayBuffer.isView(bytes)) return unshared(bytes);
  return 'arrayBuffer' in bytes ? bytes.arrayBuffer() : bytes;
}
