import { type BundleDocument, DamagedExhibits } from '../../bundle/bundle-input.ts';
import { eventsToJsonl } from '../../bundle/custody-text.ts';
import { bundleName } from '../../bundle/layout.ts';
import { exhibitWeight, planVolumes } from '../../bundle/plan-volumes.ts';
import { writeBundle } from '../../bundle/write-bundle.ts';
import type { LogReader } from '../../evidence/reader.ts';
import { requireRoom } from '../../evidence/room.ts';
import type { ExportedVolume } from '../../messaging/protocol.ts';
import { type CaseRecord, caseRecordSchema, type ExhibitEntry } from '../../model/case.ts';
import type { CustodyEvent } from '../../model/custody.ts';
import { exhibitDirectory } from '../../model/exhibit.ts';
import { Fault } from '../../model/fault.ts';
import { sha256Schema } from '../../model/identifiers.ts';
import { howToVerify } from '../../reports/how-to-verify.ts';
import { preservationFiles } from '../../reports/preservation/files.ts';
import { readMeFirst } from '../../reports/read-me-first.ts';
import { reportHtml } from '../../reports/report-html.tsx';
import type { WriteProgress, WriteRequest, Written } from './engine.ts';
import type { GatheredExhibit, Gathering } from './gather.ts';
import type { VolumeFile } from './volume-writer.ts';

/** Where finished volumes stand until they are saved. */
export interface Volumes {
  /** Starts an empty file of this name. */
  create(name: string): VolumeFile;
  /** Does nothing when there is no such file. */
  remove(name: string): Promise<void>;
}

export interface WriteVolumes {
  readonly request: WriteRequest;
  readonly gathering: Gathering;
  readonly log: LogReader;
  readonly volumes: Volumes;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: WriteProgress) => void;
}

/** Everything that is the same in every volume. */
interface Shared extends WriteVolumes {
  readonly custody: readonly CustodyEvent[];
  readonly signer: Awaited<ReturnType<LogReader['openSigner']>>;
  readonly plan: readonly (readonly GatheredExhibit[])[];
  /** Drafts about the whole case, which stand in the first volume. */
  readonly documents: readonly BundleDocument[];
}

/**
 * Writes the case as one or more signed ZIPs. Every file is read once and compared as it is written; none of
 * the volumes is signed before the files of all have been read. Rejects as `writeBundle` does, naming the
 * damaged exhibits of every volume; no file is left then.
 */
export async function writeVolumes(work: WriteVolumes): Promise<Written> {
  const shared = await prepare(work);
  await requireRoom(bytesOf(work.gathering), 'export.disk.full');
  const volumes: ExportedVolume[] = [];
  try {
    await writeFrom(shared, 1, { volumes, damaged: [] });
  } catch (error) {
    for (const { name } of volumes) await work.volumes.remove(name);
    throw error;
  }
  const signerFingerprint = sha256Schema.parse(shared.signer.fingerprint);
  return { volumes: volumes.reverse(), signerFingerprint, outcome: outcomeOf(work.gathering) };
}

/** What is known of all volumes: those that are finished, the last one first, and the exhibits found damaged. */
interface Found {
  readonly volumes: ExportedVolume[];
  readonly damaged: string[];
}

/** Writes this volume up to its seals, then all that follow, and then seals it. */
async function writeFrom(shared: Shared, volume: number, found: Found): Promise<void> {
  const finished = await writeVolume(shared, volume, async damaged => {
    found.damaged.push(...damaged);
    if (volume < shared.plan.length) await writeFrom(shared, volume + 1, found);
    if (found.damaged.length > 0) throw new DamagedExhibits(found.damaged);
  });
  found.volumes.push(finished);
}

async function prepare(work: WriteVolumes): Promise<Shared> {
  const { gathering, log, request } = work;
  const custody = await log.readCustody(gathering.of.id);
  const signer = await log.openSigner();
  const records = gathering.exhibits.reduce((sum, exhibit) => sum + exhibit.recordBytes.length, 0);
  // The chain stands in every volume as data and in its report as a table; case.json lists every exhibit.
  const repeatedBytes = 4 * eventsToJsonl(custody).length + 2 * records;
  const weighed = gathering.exhibits.map(exhibit => ({
    ...exhibitWeight(exhibit.record, exhibit.recordBytes),
    exhibit,
  }));
  const documents = await preservationFiles({
    case: gathering.of,
    exhibits: gathering.exhibits,
    reporter: await log.readReporter(),
    madeAt: request.exportedAt,
  });
  const plan = planVolumes(weighed, { limits: request.limits, repeatedBytes, documents });
  return {
    ...work,
    custody,
    signer,
    documents,
    plan: plan.map(volume => volume.map(({ exhibit }) => exhibit)),
  };
}

async function writeVolume(
  shared: Shared,
  volume: number,
  onAllRead: (damaged: readonly string[]) => Promise<void>,
): Promise<ExportedVolume> {
  const { request, gathering, plan, signal } = shared;
  const volumes = plan.length;
  const name = bundleName(gathering.of.producer.initials, request.exportedAt, volume, volumes);
  const file = shared.volumes.create(name);
  try {
    const { size } = await writeBundle(bundleInput(shared, volume), chunk => file.write(chunk), {
      signal,
      onAllRead,
      onProgress: (done, total) => shared.onProgress({ volume, volumes, done, total }),
    });
    return { name, size, sha256: await file.finish() };
  } catch (error) {
    await file.discard();
    throw error;
  }
}

function bundleInput(shared: Shared, volume: number) {
  const { log, custody, signer, plan } = shared;
  const caseRecord = caseRecordOf(shared, volume);
  const entries = new Map(caseRecord.exhibits.map(entry => [entry.captureId, entry]));
  const exhibits = (plan[volume - 1] ?? []).map(exhibit => ({
    entry: entryOf(entries, exhibit),
    record: exhibit.record,
    recordBytes: exhibit.recordBytes,
    readArtifact: (artifact: { readonly sha256: typeof exhibit.recordSha256 }) =>
      log.openArtifact(exhibit.captureId, artifact.sha256),
  }));
  const documents = volume === 1 ? shared.documents : [];
  const report = {
    caseRecord,
    exhibits,
    custody,
    signerFingerprint: signer.fingerprint,
    volume,
    documents: documents.map(({ path }) => path),
  };
  return {
    caseRecord,
    custodyJsonl: eventsToJsonl(custody),
    exhibits,
    signer,
    readMeFirst: readMeFirst(report),
    howToVerify: howToVerify(report),
    reportHtml: reportHtml(report),
    documents,
  };
}

function entryOf(entries: ReadonlyMap<string, ExhibitEntry>, { captureId }: GatheredExhibit): ExhibitEntry {
  const entry = entries.get(captureId);
  if (entry === undefined) throw new Error('exhibit without an entry');
  return entry;
}

function caseRecordOf({ request, gathering, plan, custody, signer }: Shared, volume: number): CaseRecord {
  const head = custody.at(-1);
  if (head === undefined) throw new Fault('log.not-readable', 'the chain of the case is empty');
  return caseRecordSchema.parse({
    formatVersion: 1,
    case: gathering.of,
    exportedAt: request.exportedAt,
    outcome: outcomeOf(gathering),
    group: { id: request.groupId, volume, volumes: plan.length },
    custodyHead: head.digest,
    signerFingerprint: signer.fingerprint,
    software: request.software,
    exhibits: plan.flatMap((exhibits, index) => exhibits.map(exhibit => toEntry(exhibit, index + 1))),
    absent: gathering.absent,
  });
}

function toEntry({ record, captureId, recordSha256, words }: GatheredExhibit, volume: number): ExhibitEntry {
  return {
    reference: record.reference,
    captureId,
    directory: `exhibits/${exhibitDirectory(record.reference)}`,
    volume,
    scope: record.scope,
    recordSha256,
    words: [...words],
  };
}

/** About what the files of all volumes take together. */
function bytesOf({ exhibits }: Gathering): number {
  const artifacts = exhibits.flatMap(({ record }) => record.artifacts);
  return artifacts.reduce((sum, { size }) => sum + size, 0);
}

/** Incomplete when something that the log should hold is left out; an erased exhibit is no gap of the export. */
function outcomeOf(gathering: Gathering): 'complete' | 'incomplete' {
  return gathering.absent.some(each => each.reason !== 'erased') ? 'incomplete' : 'complete';
}
