import type { LogReader } from '../../evidence/reader.ts';
import { createPdfWorker } from './pdf-maker.ts';
import type { Printer } from './worker-engine.ts';

/** The printer of a page in the browser, which takes the pictures from `log`. */
export function createPrinter(log: Pick<LogReader, 'openArtifact'>): Printer {
  const worker = createPdfWorker(log);
  return {
    make: ({ input, pictureBytes }, onProgress) =>
      worker.make(input, pictureBytes, ({ phase, done, total }) =>
        // Pictures take about as long as pages.
        onProgress(phase === 'pictures' ? done : total + done, 2 * total),
      ),
    stop: () => worker.stop(),
    close: () => worker.close(),
  };
}
