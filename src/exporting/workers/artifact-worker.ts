import { openReader } from '../../evidence/open-reader.ts';
import type { ArtifactReply, ArtifactRequest } from './artifact-protocol.ts';
import { failureOf } from './worker-answer.ts';

/**
 * The artifact worker of the case page: opens files of the log for the export worker. Chromium unseals on the thread that
 * asks, which takes as long as everything else that an export does with a file. The page sends the port that it is asked by.
 */
const { reader } = openReader({ now: () => new Date() });

addEventListener('message', ({ data: asking }: MessageEvent<MessagePort>) => {
  asking.onmessage = ({ data }: MessageEvent<ArtifactRequest>) => void serve(data, asking);
});

async function serve({ id, captureId, sha256 }: ArtifactRequest, asking: MessagePort): Promise<void> {
  const reply = (answer: ArtifactReply['answer'], moved: Transferable[] = []) =>
    asking.postMessage({ id, answer } satisfies ArtifactReply, moved);
  try {
    const bytes = await reader.openArtifact(captureId, sha256);
    reply(bytes, [bytes.buffer]);
  } catch (error) {
    reply(failureOf(error));
  }
}
