import { Fault, faultCodeOf } from '../../model/fault.ts';
import type { ReportInput } from '../../reports/input.ts';
import type { PdfProgress } from '../../reports/pdf/report-pdf.tsx';
import type { PdfReply, PdfRequest } from './pdf-protocol.ts';

/** Makes `report.pdf` away from the page, which stays quick meanwhile. */
export interface PdfMaker {
  /**
   * The bytes of the PDF. Ask for the next one when the last is done. Rejects with the log's faults, with
   * `export.stopped` after {@link stop}, and with a plain error when the worker breaks down.
   */
  make(input: ReportInput, onProgress?: (progress: PdfProgress) => void): Promise<Uint8Array<ArrayBuffer>>;
  /** Ends what is under way at once; every later request is refused. */
  stop(): void;
  close(): void;
}

/** A maker in a worker of its own, which the page makes: a worker that makes a worker may stand still in Firefox. */
export function createPdfWorker(): PdfMaker {
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  const stopping = new AbortController();
  return {
    async make(input, onProgress) {
      if (stopping.signal.aborted) throw new Fault('export.stopped');
      const answer = nextAnswer(worker, stopping.signal, onProgress);
      const request: PdfRequest = { input };
      worker.postMessage(request);
      return await answer;
    },
    stop() {
      stopping.abort();
      // While pages are laid out the worker hears nothing: it is ended rather than asked.
      worker.terminate();
    },
    close: () => worker.terminate(),
  };
}

function nextAnswer(
  worker: Worker,
  stopped: AbortSignal,
  onProgress?: (progress: PdfProgress) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const listening = new AbortController();
  const { signal } = listening;
  const answer = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    stopped.addEventListener('abort', () => reject(new Fault('export.stopped')), { signal });
    worker.addEventListener('error', () => reject(new Error('PDF worker failed')), { signal });
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<PdfReply>) => {
        if (data.kind === 'progress') onProgress?.(data.progress);
        else if (data.kind === 'made') resolve(data.pdf);
        else reject(errorOf(data));
      },
      { signal },
    );
  });
  return answer.finally(() => listening.abort());
}

function errorOf({ code, message }: Extract<PdfReply, { kind: 'failed' }>): Error {
  const known = faultCodeOf({ code });
  return known === undefined ? new Error(message) : new Fault(known, message);
}
