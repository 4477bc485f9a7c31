import { useEffect, useRef, useState } from 'preact/hooks';
import type { BackupWatch } from '../../evidence/backup/open-backup.ts';
import { usePorts } from '../parts/ports.ts';

/** The state of long work. `done` and `total` count rows; both are 0 before the first row is known. */
export type LongWork<T> =
  | { readonly stage: 'ready' }
  | { readonly stage: 'running'; readonly done: number; readonly total: number }
  | { readonly stage: 'done'; readonly result: T }
  | { readonly stage: 'failed'; readonly error: unknown };

/** One piece of long work at a time, with a way to stop it. Leaving the page stops it too. */
export function useLongWork<T>() {
  const { shell } = usePorts();
  const [work, setWork] = useState<LongWork<T>>({ stage: 'ready' });
  const controller = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => controller.current?.abort(), []);
  async function start(run: (watch: BackupWatch) => Promise<T>): Promise<void> {
    if (work.stage === 'running') return;
    controller.current = new AbortController();
    setWork({ stage: 'running', done: 0, total: 0 });
    let shown = 0;
    const onProgress = (done: number, total: number) => {
      // A hundred steps are enough for the eye.
      if (done < total && done - shown < total / 100) return;
      shown = done;
      shell.noteUse();
      setWork({ stage: 'running', done, total });
    };
    try {
      setWork({ stage: 'done', result: await run({ signal: controller.current.signal, onProgress }) });
    } catch (error) {
      setWork({ stage: 'failed', error });
    }
  }
  return { work, start, stop: () => controller.current?.abort() };
}
