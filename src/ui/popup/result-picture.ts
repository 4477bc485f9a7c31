import type { CaptureProgress } from '../../model/journal.ts';
import { usePorts } from '../parts/ports.ts';
import { readyValue, useWatched } from '../parts/use-watched.ts';

/** The small picture of a result. `of` is the capture that it belongs to; `picture` is absent when it has none. */
export interface ResultPicture {
  readonly of: string | undefined;
  readonly picture?: Blob | undefined;
}

/**
 * Reads the picture of the result that is shown; undefined while that is not known. Draw the choices below it only
 * then: a picture that appeared later would move a choice away while it is pressed.
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
  // For a moment the answer still belongs to the previous question.
  const known = readyValue(watched);
  return known?.of === captureId ? known : undefined;
}
