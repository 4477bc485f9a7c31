import { blobSource } from '../../bundle/source.ts';
import { type GroupReport, verifyBundles } from '../../bundle/verify-group.ts';
import { deriveTime } from '../../platforms/index.ts';

/** How a running check is watched and stopped. Bytes read so far, and in all. */
export interface CheckControl {
  readonly signal: AbortSignal;
  onProgress(done: number, total: number): void;
}

/** Checks files together as volumes of one case. Rejects with the signal's reason when it is stopped. */
export type Check = (files: readonly File[], control: CheckControl) => Promise<GroupReport>;

/** The check in this very page: files are read piece by piece, so that the page stays awake in between. */
export const checkHere: Check = (files, control) =>
  verifyBundles(
    files.map(file => blobSource(file, file.name)),
    { deriveTime, wholeDigest: true, signal: control.signal, onProgress: control.onProgress },
  );
