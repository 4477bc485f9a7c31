import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import type { Log } from '../../src/evidence/open-log.ts';
import { EvidenceDatabase } from '../../src/evidence/store/database.ts';
import type { Artifact } from '../../src/model/capture.ts';
import type { CaptureId, CaseId } from '../../src/model/identifiers.ts';
import {
  bytesOf,
  newCaptureId,
  newLog,
  newName,
  progressOf,
  recordOf,
  textArtifact,
} from '../samples/log.ts';

const filesOf = (...paths: readonly string[]) => paths.map(path => textArtifact(bytesOf(path), path));

function stage(log: Log, captureId: CaptureId, files: readonly Artifact[]): Promise<void>[] {
  return files.map(file => log.writer.stage(captureId, file, bytesOf(file.path)));
}

function commit(log: Log, captureId: CaptureId, caseId: CaseId, files: readonly Artifact[]) {
  const build = (reference: Parameters<typeof recordOf>[1]) => ({
    record: recordOf(captureId, reference, files),
  });
  return log.writer.commitCapture({ captureId, caseId, build });
}

describe('files on their way into the log', () => {
  it('are written by a commit that does not wait for them', async () => {
    const log = newLog();
    const caseId = await log.writer.ensureCase();
    const captureId = newCaptureId();
    await log.writer.begin(progressOf(captureId, caseId));
    const files = filesOf('one.txt', 'two.txt', 'three.txt');
    const [first, ...others] = files;
    await Promise.all(stage(log, captureId, [first!]));
    const staging = stage(log, captureId, others);
    await commit(log, captureId, caseId, files);
    await Promise.all(staging);
    for (const { path, sha256 } of files)
      expect(await log.reader.readArtifact(captureId, sha256)).toEqual(bytesOf(path));
  });

  it('are kept one by one when their common transaction fails', async () => {
    const name = newName();
    const log = newLog(name);
    const caseId = await log.writer.ensureCase();
    const captureId = newCaptureId();
    await log.writer.begin(progressOf(captureId, caseId));
    const files = filesOf('one.txt', 'two.txt', 'three.txt');
    const original = IDBObjectStore.prototype.put;
    const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...given
    ) {
      const row = given[0] as { sha256?: string };
      if (row.sha256 === files[1]?.sha256) throw new DOMException('no room', 'QuotaExceededError');
      return original.apply(this, given);
    });
    const ends = await Promise.allSettled(stage(log, captureId, files));
    spy.mockRestore();
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(ends[1]).toMatchObject({ reason: { code: 'log.disk.full' } });
    expect(await new EvidenceDatabase(name).staged.count()).toBe(2);
  });

  it('are given another chance when the commit that took them along fails', async () => {
    const log = newLog();
    const caseId = await log.writer.ensureCase();
    const captureId = newCaptureId();
    await log.writer.begin(progressOf(captureId, caseId));
    const files = filesOf('one.txt', 'two.txt');
    await Promise.all(stage(log, captureId, files.slice(0, 1)));
    const staging = stage(log, captureId, files.slice(1));
    const strange = textArtifact(bytesOf('never staged'), 'three.txt');
    await expect(commit(log, captureId, caseId, [...files, strange])).rejects.toMatchObject({
      code: 'log.artifact.damaged',
    });
    await Promise.all(staging);
    await commit(log, captureId, caseId, files);
    expect(await log.reader.readArtifact(captureId, files[1]!.sha256)).toEqual(bytesOf('two.txt'));
  });

  it('of several captures committed at once get numbers of their own, whatever was read ahead', async () => {
    const log = newLog();
    const caseId = await log.writer.ensureCase();
    const ids = [newCaptureId(), newCaptureId(), newCaptureId()];
    for (const captureId of ids) await log.writer.begin(progressOf(captureId, caseId));
    const file = filesOf('same.txt');
    await Promise.all(ids.flatMap(captureId => stage(log, captureId, file)));
    const ends = await Promise.all(ids.map(captureId => commit(log, captureId, caseId, file)));
    expect(new Set(ends.map(({ reference }) => reference)).size).toBe(3);
  });
});
