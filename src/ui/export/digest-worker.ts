import { type RunningDigest, wasmDigest } from '../../bundle/running-digest.ts';
import type { DigestReply, DigestRequest } from './digest-in-worker.ts';

/**
 * The digest worker of the case page. The page sends the port through which the export worker asks; every port
 * that comes through it is one running SHA-256, which gives every buffer back, and at the end the digest.
 */
addEventListener('message', ({ data: asking }: MessageEvent<MessagePort>) => {
  asking.onmessage = ({ data: port }: MessageEvent<MessagePort>) => serve(port);
});

function serve(port: MessagePort): void {
  const digest = wasmDigest();
  port.onmessage = ({ data }: MessageEvent<DigestRequest>) => {
    void digest
      .then(running => answer(running, data))
      .catch((error: unknown) => ({ failed: String(error) }))
      .then((reply: DigestReply) => port.postMessage(reply, 'taken' in reply ? [reply.taken] : []));
  };
}

async function answer(running: RunningDigest, request: DigestRequest): Promise<DigestReply> {
  if (request === 'digest') return { sha256: await running.digest() };
  await running.update(new Uint8Array(request.piece, 0, request.length));
  return { taken: request.piece };
}
