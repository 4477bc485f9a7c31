import type { LogReader } from '../../evidence/reader.ts';
import { Fault, faultCodeOf } from '../../model/fault.ts';
import type { ReportInput } from '../../reports/input.ts';
import type { PdfProgress } from '../../reports/pdf/report-pdf.tsx';
import type { Failure, PdfReply, PdfRequest, PictureName } from './pdf-protocol.ts';

/** Makes `report.pdf` away from the page, which stays quick meanwhile. */
export interface PdfMaker {
  /**
   * The bytes of the PDF, whose pictures take at most `pictureBytes`. Ask for the next one when the last is done. Rejects with the log's faults, with
   * `export.stopped` after {@link stop}, and with a plain error when the worker breaks down.
   */
  make(
    input: ReportInput,
    pictureBytes: number,
    onProgress?: (progress: PdfProgress) => void,
  ): Promise<Uint8Array<ArrayBuffer>>;
  /** Ends what is under way at once; every later request is refused. */
  stop(): void;
  close(): void;
}

/**
 * A maker in a worker of its own, with the pictures of `log`. The page makes it: a worker that makes a worker may
 * stand still in Firefox.
 */
export function createPdfWorker(log: Pick<LogReader, 'openArtifact'>): PdfMaker {
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  const post = (request: PdfRequest, moved: Transferable[] = []) => worker.postMessage(request, moved);
  const stopping = new AbortController();
  const hand = async ({ captureId, sha256 }: PictureName) => {
    try {
      const bytes = await log.openArtifact(captureId, sha256);
      post({ kind: 'picture', bytes }, [bytes.buffer]);
    } catch (error) {
      post({ kind: 'failed', code: faultCodeOf(error), message: String(error) });
    }
  };
  return {
    async make(input, pictureBytes, onProgress = () => {}) {
      if (stopping.signal.aborted) throw new Fault('export.stopped');
      const answer = nextAnswer({ worker, stopped: stopping.signal, hand, onProgress });
      post({ kind: 'make', input, pictureBytes });
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

interface Asked {
  readonly worker: Worker;
  readonly stopped: AbortSignal;
  readonly hand: (picture: PictureName) => Promise<void>;
  readonly onProgress: (progress: PdfProgress) => void;
}

function nextAnswer({ worker, stopped, hand, onProgress }: Asked): Promise<Uint8Array<ArrayBuffer>> {
  const listening = new AbortController();
  const { signal } = listening;
  const answer = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    stopped.addEventListener('abort', () => reject(new Fault('export.stopped')), { signal });
    worker.addEventListener('error', () => reject(new Error('PDF worker failed')), { signal });
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<PdfReply>) => {
        if (data.kind === 'progress') onProgress(data.progress);
        else if (data.kind === 'wanted') void hand(data.picture);
        else if (data.kind === 'made') resolve(data.pdf);
        else reject(errorOf(data));
      },
      { signal },
    );
  });
  return answer.finally(() => listening.abort());
}

function errorOf({ code, message }: Failure): Error {
  const known = faultCodeOf({ code });
  return known === undefined ? new Error(message) : new Fault(known, message);
}
