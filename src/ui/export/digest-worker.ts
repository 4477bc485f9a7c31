import { wasmDigest } from '../../bundle/running-digest.ts';
import type { DigestReply, DigestRequest } from './digest-in-worker.ts';

/** A running SHA-256 on a thread of its own. Answers every piece, and at the end the digest. */
const digest = wasmDigest();

addEventListener('message', ({ data }: MessageEvent<DigestRequest>) => {
  void digest.then(async running => {
    if (data === 'digest') reply({ sha256: await running.digest() });
    else {
      await running.update(data);
      reply('taken');
    }
  });
});

function reply(message: DigestReply): void {
  postMessage(message);
}
