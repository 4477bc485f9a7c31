import type { CaptureProgress } from '../../model/journal.ts';
import { usePorts } from '../parts/ports.ts';
import { readyValue, useWatched } from '../parts/use-watched.ts';

/** The small picture of a result; `of` is the recording that it was asked of, and `picture` absent where there is none. */
export interface ResultPicture {
  readonly of: string | undefined;
  readonly picture?: Blob | undefined;
}

/**
 * Reads the picture of the result that is shown; undefined until that is known. It stands above the choices: whoever draws
 * those waits for it, since what came a moment later would move a choice away from under the press.
 */
export function useResultPicture(result: CaptureProgress | undefined): ResultPicture | undefined {
  const { log } = usePorts();
  const captureId = result?.reference === undefined ? undefined : result.captureId;
  const watched = useWatched(
    async (): Promise<ResultPicture> =>
      captureId === undefined
        ? { of: captureId }
        : { of: captureId, picture: await log.readThumbnail(captureId) },
    [captureId],
  );
  if (watched.state === 'failed') return { of: captureId };
  // For a moment the answer is still that to the question before.
  const known = readyValue(watched);
  return known?.of === captureId ? known : undefined;
}
