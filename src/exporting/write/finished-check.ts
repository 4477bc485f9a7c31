import { payloadFolder } from '../../bundle/layout.ts';
import { type GroupReport, verifyBundles } from '../../bundle/verify/verify-group.ts';
import type { VerifyOptions } from '../../bundle/verify/verify-options.ts';
import type { ExhibitEntry } from '../../model/case.ts';
import { Fault } from '../../model/fault.ts';
import type { Verdict } from '../../model/finding.ts';
import type { ReceivedId } from '../../model/received.ts';
import type { Severity } from '../../model/severity.ts';
import { deriveTime, readAddress } from '../../platforms/index.ts';
import { remakeTexts } from '../../reports/remake.ts';
import type { Written } from '../engine.ts';
import { DamagedReceived } from '../gather/given-received.ts';
import type { ReadableVolume } from './volume-files.ts';

/** The written files, with the names and folders of the exhibits and received files in them. */
export interface FinishedExport extends Pick<Written, 'volumes' | 'outcome'> {
  readonly exhibits: readonly Pick<ExhibitEntry, 'reference' | 'directory'>[];
  readonly received: readonly { readonly id: ReceivedId; readonly directory: string }[];
}

interface FinishedCheck {
  /** Opens the finished file of this name, as it will be given away. */
  readonly open: (name: string) => Promise<ReadableVolume>;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Checks the finished files together with the code that the police will use. The verdict must be intact, or incomplete
 * where something damaged was left out. Throws {@link RefusedExhibits} or {@link DamagedReceived} when only exhibits or
 * received files are at fault; else Fault `export.check.failed` with the findings, or `export.stopped`.
 */
export async function checkFinished(
  { volumes, outcome, exhibits, received }: FinishedExport,
  { open, signal, onProgress }: FinishedCheck,
): Promise<void> {
  const options = { deriveTime, readAddress, remake: remakeTexts, signal, onProgress };
  const { verdict, reports, group } = await verifyOpened(volumes, open, options).catch((error: unknown) => {
    throw signal.aborted ? new Fault('export.stopped') : error;
  });
  if (verdict === expected[outcome]) return;
  const allowed: readonly Severity[] =
    outcome === 'complete' ? ['success', 'notice'] : ['success', 'notice', 'missing'];
  const wrong = [...reports.flatMap(({ findings }) => findings), ...group].filter(
    ({ severity }) => !allowed.includes(severity),
  );
  const refused = new Set<string>();
  const damaged = new Set<ReceivedId>();
  const others = wrong.filter(({ subject }) => {
    const exhibit = exhibits.find(each => isOf(each, subject));
    const file = received.find(({ directory }) => subject.startsWith(`${payloadFolder}${directory}`));
    if (exhibit !== undefined) refused.add(exhibit.reference);
    else if (file !== undefined) damaged.add(file.id);
    return exhibit === undefined && file === undefined;
  });
  if (others.length === 0 && refused.size > 0) throw new RefusedExhibits([...refused], [...damaged]);
  if (others.length === 0 && damaged.size > 0) throw new DamagedReceived([...damaged]);
  const found = wrong.slice(0, mostNamed).map(({ code, subject }) => `${code} ${subject}`);
  throw new Fault('export.check.failed', `${verdict}: ${found.join(', ')}`);
}

/** Opens every file, verifies them together, and closes them even when that fails. */
async function verifyOpened(
  volumes: FinishedExport['volumes'],
  open: FinishedCheck['open'],
  options: VerifyOptions,
): Promise<GroupReport> {
  const opened: ReadableVolume[] = [];
  try {
    for (const { name } of volumes) opened.push(await open(name));
    return await verifyBundles(
      opened.map(({ source }) => source),
      options,
    );
  } finally {
    for (const each of opened) each.close();
  }
}

/** Whether a finding is about the exhibit as a whole, its words, or one of its files. */
function isOf({ reference, directory }: FinishedExport['exhibits'][number], subject: string): boolean {
  const folder = `${payloadFolder}${directory}/`;
  return subject === reference || subject.startsWith(`${reference} `) || subject.startsWith(folder);
}

/**
 * The check of the finished files failed for these exhibits, and possibly these received files, and for nothing else.
 * Only code and message survive between contexts; the message lists the references and the files' ids, separated by a
 * comma and a space.
 */
export class RefusedExhibits extends Fault {
  constructor(references: readonly string[], received: readonly ReceivedId[]) {
    super('export.exhibits.refused', [...references, ...received].join(', '));
  }
}

/** The verdict that the finished files must get. */
const expected: Readonly<Record<Written['outcome'], Verdict>> = {
  complete: 'intact',
  incomplete: 'incomplete',
};

/** How many findings the fault names at most. */
const mostNamed = 10;
