import { useEffect, useRef, useState } from 'preact/hooks';
import type { GroupReport } from '../../bundle/verify/verify-group.ts';
import type { Check } from './check.ts';

/** The state of a check. `share` is the part done, from 0 to 1. */
export type CheckState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly share: number; readonly names: readonly string[] }
  | { readonly kind: 'done'; readonly result: GroupReport; readonly files: readonly File[] }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed' };

/** Starts and stops checks. A new check ends the one before, whose late results are dropped. */
export function useCheck(check: Check) {
  const [state, setState] = useState<CheckState>({ kind: 'idle' });
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  async function start(files: readonly File[], roots: readonly string[]): Promise<void> {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    const names = files.map(file => file.name);
    const tell = (next: CheckState) => {
      if (running.current === control && !control.signal.aborted) setState(next);
    };
    tell({ kind: 'running', share: 0, names });
    try {
      const result = await check(files, {
        signal: control.signal,
        roots,
        onProgress: (done, total) =>
          tell({ kind: 'running', share: total === 0 ? 1 : Math.min(1, done / total), names }),
      });
      tell({ kind: 'done', result, files });
    } catch {
      tell({ kind: 'failed' });
    }
  }

  function stop(): void {
    running.current?.abort();
    setState({ kind: 'stopped' });
  }

  return { state, start, stop };
}
