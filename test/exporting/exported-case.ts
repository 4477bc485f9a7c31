import { randomUUID } from 'node:crypto';
import { wasmDigest } from '../../src/bundle/zip/running-digest.ts';
import { openLog } from '../../src/evidence/open-log.ts';
import { openReceiving } from '../../src/evidence/received/receiving.ts';
import { type Damage, noDamage } from '../../src/exporting/gather/damage.ts';
import { gatherExhibits } from '../../src/exporting/gather/gather.ts';
import { planExport } from '../../src/exporting/plan/plan-export.ts';
import { readPrepared } from '../../src/exporting/plan/prepare.ts';
import { writeVolumes } from '../../src/exporting/write/write-volumes.ts';
import { wholeCase } from '../../src/model/export-choice.ts';
import { type CaptureId, sha256Schema, toInstant } from '../../src/model/identifiers.ts';
import { keepFile } from '../../src/ui/receive/keep-file.ts';
import { checkHere } from '../../src/ui/verify/check.ts';
import { bytesSource } from '../samples/bytes-source.ts';
import { sampleSoftware } from '../samples/capture.ts';
import { digestOf } from '../samples/digest.ts';
import { bytesOf, newCaptureId, progressOf, recordOf, textArtifact, tickingClock } from '../samples/log.ts';

let logs = 0;

/** A log with one case, and both sides of receiving into it. */
export async function opened() {
  logs += 1;
  const databaseName = `receive-${logs}`;
  const options = { databaseName, now: tickingClock(Date.UTC(2026, 5, 1)) };
  const log = openLog(options);
  const caseId = await log.writer.openCase({ title: 'Received case', initials: 'PC', name: 'P. Constable' });
  const receiving = openReceiving(options);
  const receive = async (file: File) => {
    const signal = new AbortController().signal;
    const { reports } = await checkHere([file], { signal, roots: [], onProgress() {} });
    const [report] = reports;
    if (report === undefined) throw new Error('no report');
    await keepFile(
      receiving,
      {
        ...{ file, report, checkedWith: 'Holdfast 0.1.0' },
        facts: {
          from: { name: 'A. B. Carter', organisation: '' },
          ...{ medium: 'memory stick', place: 'Front desk', officer: 'PC 1 Doe', remarks: '' },
          receivedAt: toInstant(Date.UTC(2026, 5, 1)),
        },
        keep: async receivedId => log.writer.keepReceived({ caseId, receivedId }, await wasmDigest()),
      },
      { signal, checkedAt: new Date(Date.UTC(2026, 5, 1)), onProgress() {} },
    );
  };
  return { log, caseId, databaseName, receive };
}

export type Opened = Awaited<ReturnType<typeof opened>>;

/** Exports the case as the worker of the case page does; the ZIPs by their order. */
export async function exported(
  { log, caseId }: Pick<Opened, 'log' | 'caseId'>,
  choice = {},
  bytes = 500_000_000,
  agreed: Partial<Damage> = {},
) {
  const signal = new AbortController().signal;
  const groupId = randomUUID();
  const terms = { choice: { ...wholeCase, ...choice }, groupId, software: sampleSoftware() };
  const { chain, lostNotes, lostReceived, summary } = await gatherExhibits(
    log.reader,
    { caseId, agreed: noDamage, choice: terms.choice },
    signal,
  );
  // Whoever exports agrees to what they are told of.
  const request = {
    caseId,
    agreed: {
      ...noDamage,
      lost: chain.lost,
      lostNotes,
      lostWords: summary.lostWords,
      lostReceived,
      ...agreed,
    },
    choice: terms.choice,
  };
  const gathering = await gatherExhibits(log.reader, request, signal);
  await log.writer.bundlePrepared({
    ...{ caseId, groupId, choice: terms.choice },
    references: gathering.summary.references,
    absent: gathering.summary.absent,
    heldBack: gathering.summary.heldBack ?? [],
    workingCopies: gathering.summary.workingCopies ?? [],
    received: gathering.summary.received?.map(({ receivedId }) => receivedId) ?? [],
  });
  const last = (await log.reader.readCustody(caseId)).at(-1);
  const exportedAt = toInstant(Date.parse(last?.at ?? '') + 1_000);
  const prepared = await readPrepared(log.reader, { ...request, ...terms, exportedAt }, signal);
  const written = new Map<string, Uint8Array>();
  const { volumes } = await writeVolumes({
    planned: await planExport(prepared, { bytes, entries: 1_000 }),
    ...{ print: [], log: log.reader, signal, onProgress() {} },
    volumes: {
      create(name) {
        const chunks: Uint8Array[] = [];
        return {
          write: async chunk => void chunks.push(chunk.slice()),
          async finish() {
            written.set(name, new Uint8Array(Buffer.concat(chunks)));
            return digestOf(written.get(name) ?? new Uint8Array());
          },
          async discard() {},
        };
      },
      remove: async () => {},
      open: async name => ({ source: bytesSource(written.get(name)!, name), close: () => undefined }),
    },
  });
  await log.writer.bundleExported({
    ...{ caseId, groupId, volumes },
    signerFingerprint: sha256Schema.parse(prepared.signerFingerprint),
  });
  return volumes.map(({ name }) => written.get(name) ?? new Uint8Array());
}

/** Records a page of one's own beside what was received; answers which. */
export async function recordOwn({ log, caseId }: Pick<Opened, 'log' | 'caseId'>): Promise<CaptureId> {
  const [captureId, bytes] = [newCaptureId(), bytesOf('own')];
  const artifact = textArtifact(bytes);
  await log.writer.begin(progressOf(captureId, caseId));
  await log.writer.stage(captureId, artifact, bytes);
  const build = (reference: Parameters<typeof recordOf>[1]) => {
    const { post: _, clocks: __, ...page } = recordOf(captureId, reference, [artifact]);
    const at = toInstant(Date.UTC(2026, 5, 1));
    const steps = [{ step: 'post', outcome: 'failed', reason: 'There was no post.' }] as const;
    return {
      record: { ...page, outcome: 'partial' as const, startedAt: at, completedAt: at, steps: [...steps] },
    };
  };
  await log.writer.commitCapture({ captureId, caseId, build });
  return captureId;
}

export const fileOf = (bytes: Uint8Array, name: string) => new File([bytes.slice()], name);
