import { rootsToDer } from '../../bundle/trusted-roots.ts';
import { type GroupReport, verifyBundles } from '../../bundle/verify/verify-group.ts';
import { blobSource } from '../../bundle/zip/source.ts';
import { deriveTime, readAddress } from '../../platforms/index.ts';
import { remakeTexts } from '../../reports/remake.ts';

/** Watches and stops a running check. `done` and `total` are bytes. */
export interface CheckControl {
  readonly signal: AbortSignal;
  /** Root certificates in PEM of authorities that the reader trusts for this check. */
  readonly roots: readonly string[];
  onProgress(done: number, total: number): void;
}

/** Checks files together as volumes of one case. Rejects with the signal's reason when it is stopped. */
export type Check = (files: readonly File[], control: CheckControl) => Promise<GroupReport>;

/** The check within this page. Files are read piece by piece, so that the page stays responsive. */
export const checkHere: Check = (files, { signal, onProgress, roots }) =>
  verifyBundles(
    files.map(file => blobSource(file, file.name)),
    {
      deriveTime,
      readAddress,
      remake: remakeTexts,
      wholeDigest: true,
      signal,
      onProgress,
      trustedAuthorities: rootsToDer(roots),
    },
  );

/** The same check, with the roots kept in the settings added. Settings that cannot be read add none. */
export function checkWithSettings(kept: () => Promise<readonly string[]>): Check {
  return async (files, control) => {
    const roots = await kept().catch(() => []);
    return checkHere(files, { ...control, roots: [...control.roots, ...roots] });
  };
}
