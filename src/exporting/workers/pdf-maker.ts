import type { LogReader } from '../../evidence/reader.ts';
import { Fault } from '../../model/fault.ts';
import type { PrintOrder } from './export-protocol.ts';
import type { PdfReply, PdfRequest, PictureName } from './pdf-protocol.ts';
import { failureOf, nextAnswer } from './worker-answer.ts';

/** Makes `report.pdf` in a worker, so that the page stays responsive. */
export interface PdfMaker {
  /**
   * The bytes of the PDF. Make only one at a time. Rejects with the log's faults, with `export.stopped` after {@link
   * stop}, and with a plain error when the worker crashes.
   */
  make(
    order: PrintOrder,
    onProgress?: (done: number, total: number) => void,
  ): Promise<Uint8Array<ArrayBuffer>>;
  /** Stops the work under way at once. Every later request is refused. */
  stop(): void;
  close(): void;
}

/**
 * A maker in a worker of its own, with the pictures of `log`. The page creates it, because a worker created by a worker
 * may hang in Firefox.
 */
export function createPdfMaker(log: Pick<LogReader, 'openArtifact' | 'readWorkingCopy'>): PdfMaker {
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  const post = (request: PdfRequest, moved: Transferable[] = []) => worker.postMessage(request, moved);
  const stopping = new AbortController();
  const hand = async ({ captureId, sha256, copyId }: PictureName) => {
    try {
      const bytes =
        copyId === undefined
          ? await log.openArtifact(captureId, sha256)
          : await log.readWorkingCopy(captureId, copyId);
      post({ kind: 'picture', bytes }, [bytes.buffer]);
    } catch (error) {
      post(failureOf(error));
    }
  };
  return {
    async make(order, onProgress = () => {}) {
      if (stopping.signal.aborted) throw new Fault('export.stopped');
      const onTheWay = (reply: PdfReply): boolean => {
        if (reply.kind === 'progress') {
          const { phase, done, total } = reply.progress;
          // Pictures take about as long as pages, so each is half of the total.
          onProgress(phase === 'pictures' ? done : total + done, 2 * total);
        } else if (reply.kind === 'wanted') void hand(reply.picture);
        return reply.kind !== 'made';
      };
      const answer = nextAnswer<PdfReply>({ worker, stopped: stopping.signal, onTheWay });
      post({ kind: 'make', ...order });
      const made = await answer;
      if (made.kind !== 'made') throw new Error('unexpected answer');
      return made.pdf;
    },
    stop() {
      stopping.abort();
      // While it lays out pages the worker handles no messages, so it is ended rather than asked to stop.
      worker.terminate();
    },
    close: () => worker.terminate(),
  };
}
