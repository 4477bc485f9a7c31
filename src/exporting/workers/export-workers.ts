import type { LogReader } from '../../evidence/reader.ts';
import type { HeldKey } from '../../evidence/store/held-key.ts';
import { Fault, faultCodeOf } from '../../model/fault.ts';
import type { MadeFile, RequestOrder } from '../../reports/preservation/request-order.ts';
import type { ExportEngine, WriteProgress, Written } from '../engine.ts';
import { printPath } from '../plan/report-paths.ts';
import type { ExportReply, ExportRequest, PrintOrder } from './export-protocol.ts';
import workerAddress from './export-worker.ts?address';
import { createPdfMaker, type PdfMaker } from './pdf-maker.ts';
import { nextAnswer } from './worker-answer.ts';

/**
 * An engine in a worker of its own, so that the page stays responsive while hundreds of files are read. A second worker
 * writes the files and a third prints, with the pictures of `log`. The page creates all three, because a worker created
 * by a worker sometimes hangs in Firefox.
 */
export function createExportEngine(
  log: Pick<LogReader, 'openArtifact' | 'readWorkingCopy'>,
  heldKey: HeldKey,
): ExportEngine {
  const workers = new ExportWorkers();
  // Workers cannot read session storage.
  void heldKey.read().then(key => workers.post({ kind: 'key', key }));
  let printer: PdfMaker | undefined;
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
      printer = order && createPdfMaker(log);
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

/** The papers of one request, made in a worker of their own because the code that writes documents is large. */
export async function makeRequest(order: RequestOrder): Promise<readonly MadeFile[]> {
  const workers = new ExportWorkers();
  try {
    return (await workers.ask({ kind: 'request', order }, 'request')).files;
  } finally {
    workers.close();
  }
}

/** The report for printing; undefined when it cannot be made, which must not stop the rest of the export. */
async function printOrNothing(
  printer: PdfMaker,
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

/** The worker that reads, the one that writes files, and the requests to the first, one at a time. */
class ExportWorkers {
  readonly #reading = new Worker(workerAddress, { type: 'module' });
  readonly #volumes = new Worker(new URL('./volume-worker.ts', import.meta.url), { type: 'module' });
  #isStopped = false;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.post({ kind: 'volumes', port: port1 }, [port1]);
    this.#volumes.postMessage(port2, [port2]);
  }

  async ask<K extends ExportReply['kind']>(
    request: ExportRequest,
    expected: K,
    onProgress?: (progress: WriteProgress) => void,
  ): Promise<Extract<ExportReply, { kind: K }>> {
    // Between two requests the worker has nothing to stop, and would begin the next one.
    if (this.#isStopped) throw new Fault('export.stopped');
    const onTheWay = (reply: ExportReply): boolean => {
      if (reply.kind === 'progress') onProgress?.(reply.progress);
      return reply.kind === 'progress';
    };
    const answer = nextAnswer<ExportReply>({ worker: this.#reading, others: [this.#volumes], onTheWay });
    this.post(request);
    const given = await answer;
    if (!isKind(given, expected)) throw new Error('unexpected answer');
    return given;
  }

  stop(): void {
    this.#isStopped = true;
    this.post({ kind: 'stop' });
  }

  close(): void {
    this.#reading.terminate();
    this.#volumes.terminate();
  }

  /** Sends what is not answered. */
  post(request: ExportRequest, moved: Transferable[] = []): void {
    this.#reading.postMessage(request, moved);
  }
}

function isKind<K extends ExportReply['kind']>(
  answer: ExportReply,
  kind: K,
): answer is Extract<ExportReply, { kind: K }> {
  return answer.kind === kind;
}
