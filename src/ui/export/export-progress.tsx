import type { ExportState } from './session.ts';

interface ExportProgressProps {
  readonly state: ExportState;
  readonly onStop: () => void;
}

/** The progress of the export in words, with a button to stop it. The words change only in whole tenths. */
export function ExportProgress({ state, onStop }: ExportProgressProps) {
  const progress = state.stage === 'writing' ? state.progress : undefined;
  return (
    <>
      <p role="status" id="export-status">
        {progressWords(state)}
      </p>
      {progress === undefined ? (
        <progress aria-label="Export" />
      ) : (
        <progress aria-label="Export" value={progress.done} max={Math.max(1, progress.total)} />
      )}
      <button type="button" id="export-stop" onClick={onStop}>
        Stop
      </button>
    </>
  );
}

/** The state of the export, as one sentence. */
export function progressWords(state: ExportState): string {
  if (state.stage !== 'writing') return 'Reading the log';
  if (state.progress === undefined) return 'Reading the files back and comparing them';
  const { done, total } = state.progress;
  const tenths = total === 0 ? 0 : Math.floor((10 * done) / total);
  if (state.progress.part === 'report') return `Making the report to print: ${tenths * 10} % done`;
  if (state.progress.part === 'check') return `Checking what was written: ${tenths * 10} % done`;
  const { volume, volumes } = state.progress;
  const file = volumes > 1 ? ` file ${volume} of ${volumes}` : ' the file';
  return `Writing${file}: ${tenths * 10} % done`;
}
