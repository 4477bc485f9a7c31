import type { LogReader } from '../../evidence/reader.ts';
import type { ArtifactReply, ArtifactRequest } from './artifact-protocol.ts';
import { errorOf } from './worker-answer.ts';

/** Opens files of the log on the artifact worker's thread, which `artifacts` leads to. Rejects as the log itself does. */
export function createArtifactReader(artifacts: MessagePort): Pick<LogReader, 'openArtifact'> {
  const asked = new Map<number, (answer: ArtifactReply['answer']) => void>();
  let count = 0;
  artifacts.onmessage = ({ data: { id, answer } }: MessageEvent<ArtifactReply>) => {
    asked.get(id)?.(answer);
    asked.delete(id);
  };
  return {
    async openArtifact(captureId, sha256) {
      const request: ArtifactRequest = { id: count, captureId, sha256 };
      count += 1;
      const answer = await new Promise<ArtifactReply['answer']>(resolve => {
        asked.set(request.id, resolve);
        artifacts.postMessage(request);
      });
      if (answer instanceof Uint8Array) return answer;
      throw errorOf(answer);
    },
  };
}
