import type { RunningDigest } from '../../bundle/running-digest.ts';

/** The next piece, the first `length` bytes of a buffer; or the word that there are no more. */
export type DigestRequest = { readonly piece: ArrayBuffer; readonly length: number } | 'digest';
/** The buffer of a piece that was taken, to be filled again; then the digest. */
export type DigestReply =
  | { readonly taken: ArrayBuffer }
  | { readonly sha256: string }
  | { readonly failed: string };

/** So many buffers of this many bytes go back and forth, whatever the size of what is digested. */
const buffers = { most: 12, bytes: 1_048_576 } as const;

/**
 * A running SHA-256 on the digest worker's thread, which `digests` leads to: the longest work of an export goes
 * on beside reading and writing. Rejects when the worker says that it failed.
 */
export async function digestInWorker(digests: MessagePort): Promise<RunningDigest> {
  const { port1: own, port2: theirs } = new MessageChannel();
  const free: ArrayBuffer[] = [];
  let made = 0;
  let wake = () => {};
  const result = new Promise<string>((resolve, reject) => {
    own.onmessage = ({ data }: MessageEvent<DigestReply>) => {
      if ('taken' in data) free.push(data.taken);
      else if ('sha256' in data) resolve(data.sha256);
      else reject(new Error(`digest worker failed: ${data.failed}`));
      wake();
    };
  }).finally(() => own.close());
  // Whoever waits for the digest hears of it; nobody has to.
  result.catch(() => undefined);
  digests.postMessage(theirs, [theirs]);

  async function emptyBuffer(): Promise<ArrayBuffer> {
    for (;;) {
      const buffer = free.pop();
      if (buffer !== undefined) return buffer;
      if (made < buffers.most) {
        made += 1;
        return new ArrayBuffer(buffers.bytes);
      }
      const woken = new Promise<void>(resolve => {
        wake = resolve;
      });
      await Promise.race([woken, result]);
    }
  }

  return {
    // The sink still needs its bytes, so that the thread gets a copy.
    async update(bytes) {
      for (let at = 0; at < bytes.length; at += buffers.bytes) {
        const part = bytes.subarray(at, at + buffers.bytes);
        const piece = await emptyBuffer();
        new Uint8Array(piece).set(part);
        own.postMessage({ piece, length: part.length } satisfies DigestRequest, [piece]);
      }
    },
    async digest() {
      own.postMessage('digest' satisfies DigestRequest);
      return await result;
    },
  };
}
