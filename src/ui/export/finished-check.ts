import { type BundleSource, blobSource } from '../../bundle/source.ts';
import { verifyBundles } from '../../bundle/verify-group.ts';
import { Fault } from '../../model/fault.ts';
import type { Verdict } from '../../model/finding.ts';
import { deriveTime, readAddress } from '../../platforms/index.ts';
import { remakeTexts } from '../../reports/remake.ts';
import type { Written } from './engine.ts';

interface FinishedCheck {
  /** The finished file of this name, as it will be given away. */
  readonly open: (name: string) => Promise<Blob>;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Checks the finished files together as the police will, with the same code. Throws Fault `export.check.failed` with
 * what was found when they would be called anything but what the export says of itself: intact, or incomplete where
 * damaged exhibits were left out; and `export.stopped`.
 */
export async function checkFinished(
  { volumes, outcome }: Pick<Written, 'volumes' | 'outcome'>,
  { open, signal, onProgress }: FinishedCheck,
): Promise<void> {
  const sources: BundleSource[] = [];
  for (const { name } of volumes) sources.push(blobSource(await open(name), name));
  const options = { deriveTime, readAddress, remake: remakeTexts, signal, onProgress };
  const { verdict, reports, group } = await verifyBundles(sources, options).catch((error: unknown) => {
    throw signal.aborted ? new Fault('export.stopped') : error;
  });
  if (verdict === expected[outcome]) return;
  const wrong = [...reports.flatMap(({ findings }) => findings), ...group].filter(
    ({ severity }) => severity !== 'success' && severity !== 'notice',
  );
  const found = wrong.slice(0, mostNamed).map(({ code, subject }) => `${code} ${subject}`);
  throw new Fault('export.check.failed', `${verdict}: ${found.join(', ')}`);
}

/** What the files are called that hold all, and those that say that something is missing. */
const expected: Readonly<Record<Written['outcome'], Verdict>> = {
  complete: 'intact',
  incomplete: 'incomplete',
};

/** How many findings the fault names. */
const mostNamed = 10;
