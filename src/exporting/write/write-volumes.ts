import {
  type BundleDocument,
  type BundleExhibit,
  type BundleInput,
  DamagedExhibits,
  type MissingTimeStamp,
} from '../../bundle/bundle-input.ts';
import { bundleName } from '../../bundle/layout.ts';
import { damagedAmong, exhibitFiles } from '../../bundle/write/exhibit-files.ts';
import { writeBundle } from '../../bundle/write/write-bundle.ts';
import { termStateOf } from '../../crypto/certificates/certificate-term.ts';
import { eventsToJsonl } from '../../custody/jsonl.ts';
import type { LogReader } from '../../evidence/reader.ts';
import { requireRoom } from '../../evidence/store/room.ts';
import type { Artifact } from '../../model/capture.ts';
import type { CaseRecord, ExhibitEntry } from '../../model/case.ts';
import { type ExhibitReference, exhibitDirectory } from '../../model/exhibit.ts';
import type { ExportedVolume } from '../../model/exported-volume.ts';
import { Fault, faultCodeOf } from '../../model/fault.ts';
import { sha256Schema } from '../../model/identifiers.ts';
import { receivedFolder } from '../../model/received.ts';
import type { GivenCopy } from '../../model/working-copy.ts';
import { howToVerify } from '../../reports/how-to-verify.ts';
import { readMeFirst } from '../../reports/read-me-first.ts';
import { reportHtml } from '../../reports/report-html.tsx';
import type { WriteProgress, Written } from '../engine.ts';
import { type GatheredExhibit, type Gathering, stampArtifacts, stampFiles } from '../gather/gather.ts';
import { DamagedReceived, findDamaged, receivedPieces, toReceivedEntry } from '../gather/given-received.ts';
import type { Planned } from '../plan/plan-export.ts';
import { caseRecordOf, chosenReceived, outcomeOf, reportInputOf } from '../plan/prepare.ts';
import type { VolumeFile } from '../workers/volume-writer.ts';
import { checkFinished } from './finished-check.ts';
import type { ExportTimeStamps } from './time-stamps.ts';
import type { ReadableVolume } from './volume-files.ts';

/** Where finished volumes are kept until they are saved. */
export interface Volumes {
  /** Creates an empty file of this name. */
  create(name: string): VolumeFile;
  /** Does nothing when there is no such file. */
  remove(name: string): Promise<void>;
  /** Opens a finished file for reading. */
  open(name: string): Promise<ReadableVolume>;
}

export interface WriteVolumes {
  readonly planned: Planned;
  /** The report for printing; empty when there is none. */
  readonly print: readonly BundleDocument[];
  readonly log: LogReader;
  readonly volumes: Volumes;
  /** The authorities that are switched on; undefined when there are none. */
  readonly timeStamps?: ExportTimeStamps | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: WriteProgress) => void;
}

interface Shared extends WriteVolumes {
  readonly signer: Awaited<ReturnType<LogReader['openSigner']>>;
}

/**
 * Writes the case as one or more signed ZIPs, and checks them as the police will. Every file is read once and compared
 * as it is written; no volume is signed before the files of all volumes have been read. A time-stamp that cannot be had
 * is listed as missing. Rejects as `writeBundle` and `checkFinished` do, naming the exhibits at fault of all volumes;
 * with {@link DamagedReceived}; and with Fault `key.certificate.ended` or `key.certificate.not-begun` when the export
 * lies outside the dates of the key's certificate. No file is left after a rejection.
 */
export async function writeVolumes(work: WriteVolumes): Promise<Omit<Written, 'withoutPrint'>> {
  const { gathering, exportedAt } = work.planned.prepared;
  const shared = { ...work, signer: await work.log.openSigner() };
  const term = termStateOf(shared.signer.certificate, new Date(exportedAt));
  if (term === 'ended' || term === 'not-begun')
    throw new Fault(`key.certificate.${term}`, `the certificate's dates and ${exportedAt}`);
  await requireRoom(bytesOf(gathering) + receivedBytes(work.planned), 'export.disk.full');
  const volumes: ExportedVolume[] = [];
  const missing: MissingTimeStamp[] = [];
  const outcome = outcomeOf(gathering);
  try {
    await writeFrom(shared, 1, { volumes, damaged: [], missing });
    volumes.reverse();
    await checkFinished(
      {
        ...{ volumes, outcome },
        exhibits: gathering.exhibits.map(({ record: { reference } }) => named(reference)),
        received: chosenReceived(work.planned.prepared).map(({ bundle: { id, sha256 } }) => ({
          ...{ id, directory: receivedFolder(sha256) },
        })),
      },
      {
        open: name => work.volumes.open(name),
        signal: work.signal,
        onProgress: (done, total) => work.onProgress({ part: 'check', done, total }),
      },
    );
  } catch (error) {
    for (const { name } of volumes) await work.volumes.remove(name);
    throw await namingAll(shared, error);
  }
  const signerFingerprint = sha256Schema.parse(shared.signer.fingerprint);
  const written = { volumes, signerFingerprint, outcome };
  if (work.timeStamps === undefined) return written;
  const referencesOf = (awaits: (exhibit: GatheredExhibit) => boolean | undefined) =>
    gathering.exhibits.filter(awaits).map(({ record }) => record.reference);
  const waiting = referencesOf(each => each.awaitsTimeStamp);
  const waitingSecond = referencesOf(each => each.awaitsSecondStamp);
  return { ...written, timeStamps: { stamps: work.timeStamps.stamps, missing, waiting, waitingSecond } };
}

/**
 * Writing stops at the first received file that is damaged or contradicts its row, and before the received files of the
 * volumes that follow a damaged exhibit. This reads the rest, so that all exhibits and received files at fault are
 * named at once.
 */
async function namingAll(shared: Shared, error: unknown): Promise<unknown> {
  const code = faultCodeOf(error);
  const isOfExhibits = error instanceof DamagedExhibits;
  if (code !== undefined && code !== 'log.received.damaged' && !isOfExhibits) return error;
  const { prepared } = shared.planned;
  try {
    const received = await findDamaged(
      shared,
      chosenReceived(prepared).map(({ bundle }) => bundle),
    );
    if (received.length === 0) return error;
    return new DamagedReceived(received, isOfExhibits ? error.references : await damagedExhibits(shared));
  } catch (other) {
    return faultCodeOf(other) === 'export.stopped' ? other : error;
  }
}

/** References of the exhibits in all volumes that are not as they were recorded. */
async function damagedExhibits({ planned, log, signal }: Shared): Promise<readonly string[]> {
  const { prepared, plan } = planned;
  const exhibits = bundleExhibits(log, plan.flat(), caseRecordOf(prepared, plan, 1));
  return damagedAmong(exhibits.flatMap(exhibitFiles), signal);
}

/** Results over all volumes: the finished ones, last first, the damaged exhibits and the missing time-stamps. */
interface Found {
  readonly volumes: ExportedVolume[];
  readonly damaged: string[];
  readonly missing: MissingTimeStamp[];
}

/** Writes this volume up to its seals, then all that follow, and then seals it. */
async function writeFrom(shared: Shared, volume: number, found: Found): Promise<void> {
  const { finished, missing } = await writeVolume(shared, volume, async damaged => {
    found.damaged.push(...damaged);
    if (volume < shared.planned.plan.length) await writeFrom(shared, volume + 1, found);
    if (found.damaged.length > 0) throw new DamagedExhibits(found.damaged);
  });
  found.volumes.push(finished);
  found.missing.push(...missing);
}

async function writeVolume(
  shared: Shared,
  volume: number,
  onAllRead: (damaged: readonly string[]) => Promise<void>,
): Promise<{ readonly finished: ExportedVolume; readonly missing: readonly MissingTimeStamp[] }> {
  const { signal } = shared;
  const { prepared, plan } = shared.planned;
  const volumes = plan.length;
  const { initials } = prepared.gathering.caseFile.producer;
  const name = bundleName(initials, prepared.exportedAt, volume, volumes);
  const file = shared.volumes.create(name);
  try {
    const { size, missingTimeStamps } = await writeBundle(
      bundleInput(shared, volume),
      chunk => file.write(chunk),
      {
        signal,
        onAllRead,
        onProgress: (done, total) => shared.onProgress({ part: 'volume', volume, volumes, done, total }),
      },
    );
    return { finished: { name, size, sha256: await file.finish() }, missing: missingTimeStamps };
  } catch (error) {
    await file.discard();
    throw error;
  }
}

function bundleInput({ planned, log, signer, print, timeStamps }: Shared, volume: number): BundleInput {
  const { prepared, plan } = planned;
  const received = chosenReceived(prepared).filter(each => each.volume === volume);
  const documents = [
    ...(volume === 1 ? [...print, ...planned.documents] : []),
    ...received.flatMap(({ bundle }) => planned.receipts.get(bundle.id) ?? []),
  ];
  const report = reportInputOf(
    prepared,
    plan,
    volume,
    documents.map(({ path }) => path),
  );
  const exhibits = bundleExhibits(log, plan[volume - 1] ?? [], report.caseRecord);
  return {
    caseRecord: report.caseRecord,
    custodyJsonl: eventsToJsonl(prepared.custody),
    exhibits,
    signer,
    readMeFirst: readMeFirst(report),
    howToVerify: howToVerify(report),
    reportHtml: reportHtml(report),
    documents,
    received: received.map(each => ({
      entry: toReceivedEntry(each),
      crc32: each.bundle.crc32,
      pieces: () => receivedPieces(log, each.bundle),
    })),
    ...(timeStamps && { timeStamps }),
  };
}

/** These exhibits with readers for their files. `caseRecord` lists all of them. */
function bundleExhibits(
  log: LogReader,
  exhibits: readonly GatheredExhibit[],
  caseRecord: CaseRecord,
): readonly BundleExhibit[] {
  const entries = new Map(caseRecord.exhibits.map(entry => [entry.captureId, entry]));
  return exhibits.map(exhibit => ({
    entry: entryOf(entries, exhibit),
    record: exhibit.record,
    recordBytes: exhibit.recordBytes,
    readArtifact: (artifact: Artifact) => readFile(log, exhibit, artifact),
    ...stampArtifacts(exhibit),
    readCopy: ({ id }: Pick<GivenCopy, 'id'>) => log.readWorkingCopy(exhibit.captureId, id),
  }));
}

/** The time-stamps were read with the record. They are not among its artifacts. */
async function readFile(log: LogReader, exhibit: GatheredExhibit, artifact: Artifact) {
  const own = stampFiles(exhibit).find(file => file.artifact === artifact);
  return own?.bytes ?? log.openArtifact(exhibit.captureId, artifact.sha256);
}

function entryOf(entries: ReadonlyMap<string, ExhibitEntry>, { captureId }: GatheredExhibit): ExhibitEntry {
  const entry = entries.get(captureId);
  if (entry === undefined) throw new Error('exhibit without an entry');
  return entry;
}

function receivedBytes({ prepared }: Planned): number {
  return chosenReceived(prepared).reduce((sum, { bundle }) => sum + bundle.size, 0);
}

/** Approximate size in bytes of the files of all volumes. */
function bytesOf({ exhibits }: Gathering): number {
  const artifacts = exhibits.flatMap(({ record }) => record.artifacts);
  return artifacts.reduce((sum, { size }) => sum + size, 0);
}

function named(reference: ExhibitReference) {
  return { reference, directory: `exhibits/${exhibitDirectory(reference)}` };
}
