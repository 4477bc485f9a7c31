import type { RunningDigest } from '../../bundle/running-digest.ts';

/** The next piece, or the word that there are no more. */
export type DigestRequest = Uint8Array<ArrayBuffer> | 'digest';
export type DigestReply = 'taken' | { readonly sha256: string };

/** So many bytes may wait for the digest before the next piece has to. */
const mostWaiting = 24_000_000;

/**
 * A running SHA-256 on a thread of its own: the longest work of an export goes on beside reading and writing.
 * Rejects when the thread fails. The thread ends with the digest.
 */
export async function digestInWorker(): Promise<RunningDigest> {
  const worker = new Worker(new URL('./digest-worker.ts', import.meta.url), { type: 'module' });
  const waiting: number[] = [];
  let sum = 0;
  let wake = () => {};
  const result = new Promise<string>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<DigestReply>) => {
      if (data === 'taken') sum -= waiting.shift() ?? 0;
      else resolve(data.sha256);
      wake();
    });
    worker.addEventListener('error', () => reject(new Error('digest worker failed')));
  }).finally(() => worker.terminate());
  result.catch(() => wake());
  return {
    async update(bytes) {
      // The sink still needs its bytes, so that the thread gets its own.
      const copy = new Uint8Array(bytes);
      waiting.push(copy.length);
      sum += copy.length;
      worker.postMessage(copy, [copy.buffer]);
      while (sum > mostWaiting) {
        const taken = new Promise<void>(resolve => {
          wake = resolve;
        });
        await Promise.race([taken, result]);
      }
    },
    async digest() {
      worker.postMessage('digest' satisfies DigestRequest);
      return await result;
    },
  };
}
