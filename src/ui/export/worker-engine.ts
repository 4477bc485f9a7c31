import { Fault, faultCodeOf } from '../../model/fault.ts';
import type { ExportEngine, WriteProgress } from './engine.ts';
import type { WorkerReply, WorkerRequest } from './worker-protocol.ts';

type Answer = Exclude<WorkerReply, { kind: 'progress' }>;

/**
 * An engine in a worker of its own, so that the page stays quick while hundreds of files are read, with a second
 * one that writes the files. The page makes both: a worker that makes a worker now and then stands still in Firefox.
 */
export function createWorkerEngine(): ExportEngine {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const volumes = new Worker(new URL('./volume-worker.ts', import.meta.url), { type: 'module' });
  const post = (request: WorkerRequest, moved: Transferable[] = []) => worker.postMessage(request, moved);
  const { port1, port2 } = new MessageChannel();
  post({ kind: 'volumes', port: port1 }, [port1]);
  volumes.postMessage(port2, [port2]);
  let isStopped = false;
  const ask = (request: WorkerRequest, onProgress?: (progress: WriteProgress) => void) => {
    // Between two requests the worker has nothing to end, and would begin the next.
    if (isStopped) return Promise.reject(new Fault('export.stopped'));
    const answer = nextAnswer(worker, volumes, onProgress);
    post(request);
    return answer;
  };
  return {
    async gather(request) {
      const answer = await ask({ kind: 'gather', request });
      if (answer.kind !== 'gathered') throw new Error('unexpected answer');
      return answer.gathered;
    },
    async write(request, onProgress) {
      const answer = await ask({ kind: 'write', request }, onProgress);
      if (answer.kind !== 'written') throw new Error('unexpected answer');
      return answer.written;
    },
    stop() {
      isStopped = true;
      post({ kind: 'stop' });
    },
    close() {
      worker.terminate();
      volumes.terminate();
    },
  };
}

/** The next answer that is no progress; rejects with what the worker says failed, or when either breaks down. */
function nextAnswer(
  worker: Worker,
  volumes: Worker,
  onProgress?: (progress: WriteProgress) => void,
): Promise<Answer> {
  const listening = new AbortController();
  const { signal } = listening;
  const answer = new Promise<Answer>((resolve, reject) => {
    for (const each of [worker, volumes]) {
      each.addEventListener('error', () => reject(new Error('export worker failed')), { signal });
    }
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<WorkerReply>) => {
        if (data.kind === 'progress') onProgress?.(data.progress);
        else if (data.kind === 'failed') reject(errorOf(data));
        else resolve(data);
      },
      { signal },
    );
  });
  return answer.finally(() => listening.abort());
}

function errorOf({ code, message }: Extract<WorkerReply, { kind: 'failed' }>): Error {
  const known = faultCodeOf({ code });
  return known === undefined ? new Error(message) : new Fault(known, message);
}
