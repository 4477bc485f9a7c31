import { useEffect, useRef, useState } from 'preact/hooks';
import { defaultLimits } from '../../bundle/layout.ts';
import type { ExportEngine } from '../../exporting/engine.ts';
import { createExportEngine } from '../../exporting/workers/export-workers.ts';
import { clearVolumes } from '../../exporting/write/volume-files.ts';
import type { ExportChoice } from '../../model/export-choice.ts';
import type { CaseId } from '../../model/identifiers.ts';
import { usePorts } from '../parts/ports.ts';
import { type ExportState, exportCase } from './session.ts';

/** One tab exports at a time, and keeps its files until it is closed or exports again. */
const lockName = 'holdfast-export';

/** The state of an export, and what the panel can do with it. */
export interface ExportControls {
  readonly state: ExportState;
  readonly start: (bytes: number, choice: ExportChoice) => void;
  readonly stop: () => void;
  /** Answers `damaged`: export without what is damaged, or not at all. */
  readonly answer: (exports: boolean) => void;
}

/** An export of this case, which is stopped when the panel is left. */
export function useExport(caseId: CaseId): ExportControls {
  const { send, now, log, heldKey, shell } = usePorts();
  const [state, setState] = useState<ExportState>({ stage: 'ready' });
  const engine = useRef<ExportEngine | undefined>(undefined);
  const answer = useRef<(exports: boolean) => void>(() => undefined);
  useVolumeLock();
  useWarningWhileWriting(state);
  useEffect(() => () => engine.current?.stop(), []);

  function start(bytes: number, choice: ExportChoice): void {
    const made = createExportEngine(log, heldKey);
    engine.current = made;
    const session = {
      caseId,
      limits: { ...defaultLimits, bytes },
      choice,
      engine: made,
      send,
      now,
      newId: () => crypto.randomUUID(),
      onState: (next: ExportState) => {
        setState(next);
        // Waiting for a long export is use, too.
        shell.noteUse();
      },
      decide: () =>
        new Promise<boolean>(resolve => {
          answer.current = resolve;
        }),
    };
    void exportCase(session).finally(() => made.close());
  }

  return { state, start, stop: () => engine.current?.stop(), answer: exports => answer.current(exports) };
}

/** Removes the files of an earlier export, unless another tab is using them. */
function useVolumeLock(): void {
  useEffect(() => {
    let leave = () => {};
    const leaving = new Promise<void>(resolve => {
      leave = resolve;
    });
    void navigator.locks.request(lockName, { ifAvailable: true }, async lock => {
      if (lock === null) return;
      await clearVolumes();
      await leaving;
      await clearVolumes();
    });
    return () => leave();
  }, []);
}

function useWarningWhileWriting({ stage }: ExportState): void {
  useEffect(() => {
    if (stage !== 'writing' && stage !== 'gathering') return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [stage]);
}
