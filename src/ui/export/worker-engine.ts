import { Fault, faultCodeOf } from '../../model/fault.ts';
import type { MadeFile, SaveRequest } from '../parts/ports.ts';
import type { ExportEngine, WriteProgress, Written } from './engine.ts';
import { printPath } from './report-paths.ts';
import type { PrintOrder, WorkerReply, WorkerRequest } from './worker-protocol.ts';

type Answer = Exclude<WorkerReply, { kind: 'progress' }>;

/** Makes the report for printing, in a worker of its own. Rejects with `export.stopped` once it was stopped. */
export interface Printer {
  make(
    order: PrintOrder,
    onProgress: (done: number, total: number) => void,
  ): Promise<Uint8Array<ArrayBuffer>>;
  stop(): void;
  close(): void;
}

/**
 * An engine in a worker of its own, so that the page stays quick while hundreds of files are read, with a second
 * one that writes the files and a third that prints. The page makes all: a worker that makes a worker now and then
 * stands still in Firefox.
 */
export function createWorkerEngine(createPrinter: () => Printer): ExportEngine {
  const workers = new ExportWorkers();
  let printer: Printer | undefined;
  return {
    async gather(request) {
      return (await workers.ask({ kind: 'gather', request }, 'gathered')).gathered;
    },
    async papers(request) {
      return (await workers.ask({ kind: 'papers', request }, 'papers')).papers;
    },
    async preview(request, path) {
      return (await workers.ask({ kind: 'preview', request, path }, 'preview')).bytes;
    },
    async write(request, onProgress) {
      const { print: order } = await workers.ask({ kind: 'plan', request }, 'planned');
      printer = order && createPrinter();
      const print = order && printer && (await printOrNothing(printer, order, onProgress));
      const documents = print === undefined ? [] : [{ path: printPath, bytes: print }];
      const { written } = await workers.ask({ kind: 'write', print: documents }, 'written', onProgress);
      return { ...written, withoutPrint: order !== undefined && print === undefined } satisfies Written;
    },
    stop() {
      printer?.stop();
      workers.stop();
    },
    close() {
      printer?.close();
      workers.close();
    },
  };
}

/** The papers of one request, made in a worker of their own: the writer of documents is large. */
export async function makeRequest(request: SaveRequest): Promise<readonly MadeFile[]> {
  const workers = new ExportWorkers();
  try {
    return (await workers.ask({ kind: 'request', request }, 'request')).files;
  } finally {
    workers.close();
  }
}

/** The report for printing; undefined when it cannot be made, which must not keep the rest back. */
async function printOrNothing(
  printer: Printer,
  order: PrintOrder,
  onProgress: (progress: WriteProgress) => void,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return await printer.make(order, (done, total) => onProgress({ part: 'report', done, total }));
  } catch (error) {
    if (faultCodeOf(error) === 'export.stopped') throw error;
    return undefined;
  } finally {
    printer.close();
  }
}

/** The worker that reads and the one that writes files, and the questions to the first, one at a time. */
class ExportWorkers {
  readonly #reading = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  readonly #volumes = new Worker(new URL('./volume-worker.ts', import.meta.url), { type: 'module' });
  #isStopped = false;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.#post({ kind: 'volumes', port: port1 }, [port1]);
    this.#volumes.postMessage(port2, [port2]);
  }

  async ask<K extends Answer['kind']>(
    request: WorkerRequest,
    expected: K,
    onProgress?: (progress: WriteProgress) => void,
  ): Promise<Extract<Answer, { kind: K }>> {
    // Between two requests the worker has nothing to end, and would begin the next.
    if (this.#isStopped) throw new Fault('export.stopped');
    const answer = this.#nextAnswer(onProgress);
    this.#post(request);
    const given = await answer;
    if (!isKind(given, expected)) throw new Error('unexpected answer');
    return given;
  }

  stop(): void {
    this.#isStopped = true;
    this.#post({ kind: 'stop' });
  }

  close(): void {
    this.#reading.terminate();
    this.#volumes.terminate();
  }

  #post(request: WorkerRequest, moved: Transferable[] = []): void {
    this.#reading.postMessage(request, moved);
  }

  /** The next answer that is no progress; rejects with what the worker says failed, or when either breaks down. */
  #nextAnswer(onProgress?: (progress: WriteProgress) => void): Promise<Answer> {
    const listening = new AbortController();
    const { signal } = listening;
    const answer = new Promise<Answer>((resolve, reject) => {
      for (const each of [this.#reading, this.#volumes]) {
        each.addEventListener('error', () => reject(new Error('export worker failed')), { signal });
      }
      this.#reading.addEventListener(
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
}

function isKind<K extends Answer['kind']>(answer: Answer, kind: K): answer is Extract<Answer, { kind: K }> {
  return answer.kind === kind;
}

function errorOf({ code, message }: Extract<WorkerReply, { kind: 'failed' }>): Error {
  const known = faultCodeOf({ code });
  return known === undefined ? new Error(message) : new Fault(known, message);
}
