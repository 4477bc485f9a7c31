import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { openLog } from '../../src/evidence/open-log.ts';
import { EvidenceDatabase } from '../../src/evidence/store/database.ts';
import type { CaptureDraft } from '../../src/evidence/writer.ts';
import { captureRecordSchema } from '../../src/model/capture.ts';
import { sampleSoftware } from '../samples/capture.ts';
import {
  bytesOf,
  newCaptureId,
  newLog,
  newName,
  pageOf,
  progressOf,
  record,
  recordOf,
  textArtifact,
} from '../samples/log.ts';

describe('the journal', () => {
  it('gives a worker that comes after one that died all it needs', async () => {
    const name = newName();
    const log = newLog(name);
    const caseId = await log.writer.ensureCase();
    await record(log, caseId);
    const captureId = newCaptureId();
    const progress = { ...progressOf(captureId, caseId), done: 2, total: 7 };
    const draft: CaptureDraft = captureRecordSchema.partial().parse({ page: pageOf() }) as CaptureDraft;
    await log.writer.begin(progressOf(captureId, caseId));
    await log.writer.keepDraft(captureId, { software: sampleSoftware() });
    await log.writer.update(progress);
    await log.writer.keepDraft(captureId, draft);
    const artifacts = ['tiles/tile-1.txt', 'tiles/tile-2.txt'].map(path => textArtifact(bytesOf(path), path));
    await Promise.all(
      artifacts.map(artifact => log.writer.stage(captureId, artifact, bytesOf(artifact.path))),
    );
    const next = newLog(name);
    expect(await next.writer.interrupted()).toEqual([
      { progress, artifacts, draft: { software: sampleSoftware(), page: pageOf() } },
    ]);
    await next.writer.commitCapture({
      captureId,
      caseId,
      build: reference => ({
        record: { ...recordOf(captureId, reference, artifacts), outcome: 'partial' },
      }),
    });
    expect(await next.writer.interrupted()).toEqual([]);
    expect(await next.reader.readProgress(captureId)).toMatchObject({
      state: 'committed',
      outcome: 'partial',
      reference: 'EX/2',
    });
    expect(await next.reader.readArtifact(captureId, artifacts[1]!.sha256)).toEqual(
      bytesOf('tiles/tile-2.txt'),
    );
  });

  it('takes no note that comes after the end, except of another end', async () => {
    const log = newLog();
    const caseId = await log.writer.ensureCase();
    const { captureId } = await record(log, caseId);
    await log.writer.update(progressOf(captureId, caseId));
    await log.writer.keepDraft(captureId, { software: sampleSoftware() });
    expect(await log.reader.readProgress(captureId)).toMatchObject({ state: 'committed' });
    await log.writer.update({
      ...progressOf(captureId, caseId),
      state: 'committed',
      fault: 'capture.stopped',
    });
    expect(await log.reader.readProgress(captureId)).toMatchObject({ fault: 'capture.stopped' });
    expect(await log.writer.interrupted()).toEqual([]);
  });

  it('keeps nothing of an abandoned capture but why it ended', async () => {
    const name = newName();
    const log = newLog(name);
    const caseId = await log.writer.ensureCase();
    const captureId = newCaptureId();
    await log.writer.begin(progressOf(captureId, caseId));
    await log.writer.stage(captureId, textArtifact(bytesOf('a')), bytesOf('a'));
    await log.writer.abandon(captureId, 'capture.stopped');
    const database = new EvidenceDatabase(name);
    expect(await database.artifacts.count()).toBe(0);
    expect(await database.staged.count()).toBe(0);
    expect(await log.reader.readProgress()).toMatchObject({ state: 'abandoned', fault: 'capture.stopped' });
    expect(await log.writer.interrupted()).toEqual([]);
    expect(await log.reader.countExhibits(caseId)).toEqual({ all: 0, kept: 0 });
  });

  it('never undoes a committed capture', async () => {
    const log = newLog();
    const made = await record(log, await log.writer.ensureCase());
    await log.writer.abandon(made.captureId, 'capture.stopped');
    expect(await log.reader.readArtifact(made.captureId, made.artifact.sha256)).toEqual(made.bytes);
    expect(await log.reader.readProgress(made.captureId)).toMatchObject({ state: 'committed' });
  });

  it('forgets what ended long ago, and nothing that still runs', async () => {
    const name = newName();
    let time = Date.UTC(2026, 0, 1);
    const log = openLog({ databaseName: name, now: () => new Date(time) });
    const caseId = await log.writer.ensureCase();
    const ended = await record(log, caseId);
    const running = newCaptureId();
    await log.writer.begin(progressOf(running, caseId));
    time += 2 * 60 * 60_000;
    const next = newCaptureId();
    await log.writer.begin(progressOf(next, caseId));
    const keys = await new EvidenceDatabase(name).journal.toCollection().primaryKeys();
    expect(keys.sort()).toEqual([running, next].sort());
    expect(await log.reader.readProgress(ended.captureId)).toBeUndefined();
    await log.reader.readRecord(ended.captureId);
  });
});
