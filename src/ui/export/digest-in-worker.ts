import type { RunningDigest } from '../../bundle/running-digest.ts';

/** The next piece, or the word that there are no more. */
export type DigestRequest = Uint8Array<ArrayBuffer> | 'digest';
export type DigestReply = 'taken' | { readonly sha256: string } | { readonly failed: string };

/** So many bytes may wait for the digest before the next piece has to. */
const mostWaiting = 24_000_000;

/**
 * A running SHA-256 on the digest worker's thread, which `digests` leads to: the longest work of an export goes
 * on beside reading and writing. Rejects when the worker says that it failed.
 */
export async function digestInWorker(digests: MessagePort): Promise<RunningDigest> {
  const { port1: own, port2: theirs } = new MessageChannel();
  const waiting: number[] = [];
  let sum = 0;
  let wake = () => {};
  const result = new Promise<string>((resolve, reject) => {
    own.onmessage = ({ data }: MessageEvent<DigestReply>) => {
      if (data === 'taken') sum -= waiting.shift() ?? 0;
      else if ('sha256' in data) resolve(data.sha256);
      else reject(new Error(`digest worker failed: ${data.failed}`));
      wake();
    };
  }).finally(() => own.close());
  // Whoever waits for the digest hears of it; nobody has to.
  result.catch(() => {});
  digests.postMessage(theirs, [theirs]);
  return {
    async update(bytes) {
      // The sink still needs its bytes, so that the thread gets its own.
      const copy = new Uint8Array(bytes);
      waiting.push(copy.length);
      sum += copy.length;
      own.postMessage(copy, [copy.buffer]);
      while (sum > mostWaiting) {
        const taken = new Promise<void>(resolve => {
          wake = resolve;
        });
        await Promise.race([taken, result]);
      }
    },
    async digest() {
      own.postMessage('digest' satisfies DigestRequest);
      return await result;
    },
  };
}
