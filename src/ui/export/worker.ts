import { openLog } from '../../evidence/open-log.ts';
import { faultCodeOf } from '../../model/fault.ts';
import { gatherExhibits } from './gather.ts';
import { removeVolume } from './volume-files.ts';
import { createVolume } from './volume-writer.ts';
import type { WorkerReply, WorkerRequest } from './worker-protocol.ts';
import { writeVolumes } from './write-volumes.ts';

/** The export worker of the case page: reads the log, writes ZIPs into the private file system, one request at a time. */
const { reader } = openLog({ now: () => new Date() });
let volumes: MessagePort | undefined;
let stopping = new AbortController();

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  if (data.kind === 'stop') stopping.abort();
  else if (data.kind === 'volumes') volumes = data.port;
  else void answer(data).then(reply);
});

async function answer(request: Exclude<WorkerRequest, { kind: 'stop' | 'volumes' }>): Promise<WorkerReply> {
  stopping = new AbortController();
  const { signal } = stopping;
  try {
    const gathering = await gatherExhibits(reader, request.request, signal);
    if (request.kind === 'gather') return { kind: 'gathered', gathered: gathering.summary };
    const port = volumes;
    if (port === undefined) throw new Error('no way to the volume worker');
    const written = await writeVolumes({
      request: request.request,
      gathering,
      log: reader,
      volumes: { create: name => createVolume(port, name), remove: removeVolume },
      signal,
      onProgress: progress => reply({ kind: 'progress', progress }),
    });
    return { kind: 'written', written };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', code: faultCodeOf(error), message };
  }
}

function reply(message: WorkerReply): void {
  postMessage(message);
}
