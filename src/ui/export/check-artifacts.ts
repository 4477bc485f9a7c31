import { DamagedExhibits } from '../../bundle/bundle-input.ts';
import type { LogReader } from '../../evidence/reader.ts';
import { Fault, faultCodeOf } from '../../model/fault.ts';
import type { GatheredExhibit } from './gather.ts';

/**
 * Reads every file of the exhibits back and compares its digest. Throws {@link DamagedExhibits} naming all
 * that are not as recorded, Fault `export.stopped`, and the log's own faults.
 */
export async function checkArtifacts(
  log: LogReader,
  exhibits: readonly GatheredExhibit[],
  signal: AbortSignal,
): Promise<void> {
  const damaged: string[] = [];
  for (const exhibit of exhibits) {
    if (signal.aborted) throw new Fault('export.stopped');
    if (!(await isWhole(log, exhibit))) damaged.push(exhibit.record.reference);
  }
  if (damaged.length > 0) throw new DamagedExhibits(damaged);
}

async function isWhole(log: LogReader, { captureId, record }: GatheredExhibit): Promise<boolean> {
  try {
    for (const artifact of record.artifacts) await log.readArtifact(captureId, artifact.sha256);
    return true;
  } catch (error) {
    if (faultCodeOf(error) === 'log.artifact.damaged') return false;
    throw error;
  }
}
