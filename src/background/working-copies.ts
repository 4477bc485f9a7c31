import type { Pixels } from '../capture/pictures/pixels.ts';
import { drawWorkingCopy } from '../capture/pictures/working-copy.ts';
import { sha256 } from '../crypto/digest.ts';
import type { LogReader } from '../evidence/reader.ts';
import type { LogWriter } from '../evidence/writer.ts';
import { sha256Schema } from '../model/identifiers.ts';
import type { CopyPlan, WorkingCopyId } from '../model/working-copy.ts';

/** What making a working copy needs. */
export interface CopyDesk {
  readonly reader: Pick<LogReader, 'readRecord' | 'readArtifact'>;
  readonly writer: Pick<LogWriter, 'addWorkingCopy'>;
  readonly pixels: Pick<Pixels, 'compose'>;
}

/**
 * Reads the picture from the log, draws the working copy, and stores it with its custody event; returns its id. Throws
 * the faults of the log, and a plain error for a file that is no picture or an area outside it.
 */
export async function makeWorkingCopy(
  { reader, writer, pixels }: CopyDesk,
  { captureId, path, crop, covered, purpose }: CopyPlan,
): Promise<WorkingCopyId> {
  const { record } = await reader.readRecord(captureId);
  const original = record.artifacts.find(artifact => artifact.path === path);
  if (original?.mediaType !== 'image/png') throw new Error(`no picture ${path}`);
  const png = await reader.readArtifact(captureId, original.sha256);
  const drawn = await drawWorkingCopy(png, { crop, covered }, pixels);
  return writer.addWorkingCopy(
    {
      captureId,
      of: { path, sha256: original.sha256 },
      ...(drawn.crop !== undefined && { crop: drawn.crop }),
      covered: [...drawn.covered],
      width: drawn.width,
      height: drawn.height,
      size: drawn.png.length,
      sha256: sha256Schema.parse(await sha256(drawn.png)),
      purpose,
    },
    drawn.png,
  );
}
