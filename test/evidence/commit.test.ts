import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkChain } from '../../src/custody/check-chain.ts';
import { EvidenceDatabase } from '../../src/evidence/store/database.ts';
import type { CaseId } from '../../src/model/identifiers.ts';
import { digestOf } from '../samples/digest.ts';
import {
  bytesOf,
  faultOf,
  newCaptureId,
  newLog,
  newName,
  progressOf,
  record,
  recordOf,
  textArtifact,
} from '../samples/log.ts';

afterEach(() => vi.restoreAllMocks());

describe('a commit', () => {
  it('keeps files, record, exhibit and event, and gives the first number', async () => {
    const log = newLog();
    const caseId = await log.writer.ensureCase();
    const made = await record(log, caseId);
    expect(made.reference).toBe('EX/1');
    expect(await log.reader.readArtifact(made.captureId, made.artifact.sha256)).toEqual(made.bytes);
    const stored = await log.reader.readRecord(made.captureId);
    expect(stored.recordSha256).toBe(made.recordSha256);
    expect(stored.record).toEqual(JSON.parse(new TextDecoder().decode(stored.recordBytes)));
    expect((await log.reader.readThumbnail(made.captureId))?.type).toBe('image/jpeg');
    const events = await log.reader.readCustody(caseId);
    expect(events.map(({ action }) => action)).toEqual(['case.opened', 'capture.committed']);
    expect(events[1]?.detail).toEqual({
      recordSha256: made.recordSha256,
      outcome: 'complete',
      scope: 'post',
      artifacts: 1,
    });
    expect(events[1]?.subject).toEqual({ caseId, captureId: made.captureId, reference: 'EX/1' });
    expect((await checkChain(events)).map(({ code }) => code)).toEqual(['custody.chain.intact']);
    expect(await log.reader.readProgress(made.captureId)).toMatchObject({
      state: 'committed',
      reference: 'EX/1',
      outcome: 'complete',
    });
  });

  it('gives two commits at once two numbers', async () => {
    const log = newLog();
    const caseId = await log.writer.ensureCase();
    const made = await Promise.all(Array.from({ length: 8 }, () => record(log, caseId)));
    expect(made.map(({ reference }) => reference).sort()).toEqual(
      Array.from({ length: 8 }, (_, index) => `EX/${index + 1}`),
    );
  });

  it('does so for two writers that know nothing of each other', async () => {
    const name = newName();
    const logs = [newLog(name), newLog(name), newLog(name)];
    const caseId = await logs[0]!.writer.ensureCase();
    const made = await Promise.all([...logs, ...logs, ...logs].map(log => record(log, caseId)));
    expect(new Set(made.map(({ reference }) => reference)).size).toBe(9);
    const events = await logs[1]!.reader.readCustody(caseId);
    expect(events.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 10 }, (_, n) => n + 1));
    expect((await checkChain(events)).map(({ code }) => code)).toContain('custody.chain.intact');
    for (const { captureId, reference } of made) {
      const { record: kept, recordSha256 } = await logs[2]!.reader.readRecord(captureId);
      expect(kept.reference).toBe(reference);
      const own = events.find(({ detail }) => detail['recordSha256'] === recordSha256);
      expect(kept.previousEvent).toEqual({ sequence: (own?.sequence ?? 0) - 1, digest: own?.previous });
    }
  });

  it('names in the record the event before its own, though others came after the capture began', async () => {
    const log = newLog();
    const caseId = await log.writer.ensureCase();
    const captureId = newCaptureId();
    await log.writer.begin(progressOf(captureId, caseId));
    await log.writer.writeNote(caseId, { kind: 'person', name: 'Somebody' });
    const last = (await log.reader.readCustody(caseId)).at(-1);
    await log.writer.commitCapture({
      captureId,
      caseId,
      build: reference => ({ record: recordOf(captureId, reference, []) }),
    });
    const kept = await log.reader.readRecord(captureId);
    expect(kept.record.previousEvent).toEqual({ sequence: 2, digest: last?.digest });
    expect(kept.recordSha256).toBe(digestOf(kept.recordBytes));
  });

  it('answers again what it was given, and adds nothing', async () => {
    const log = newLog();
    const caseId = await log.writer.ensureCase();
    const made = await record(log, caseId);
    const again = await log.writer.commitCapture({
      captureId: made.captureId,
      caseId,
      build: () => {
        throw new Error('not built again');
      },
    });
    expect(again).toEqual({ reference: made.reference, recordSha256: made.recordSha256 });
    expect(await log.reader.readCustody(caseId)).toHaveLength(2);
  });

  it('refuses a record whose bytes were never staged, and one of another capture', async () => {
    const log = newLog();
    const caseId = await log.writer.ensureCase();
    const captureId = newCaptureId();
    const artifact = textArtifact(bytesOf('never staged'));
    const commit = (id: typeof captureId) =>
      log.writer.commitCapture({
        captureId,
        caseId,
        build: reference => ({ record: recordOf(id, reference, [artifact]) }),
      });
    expect(await faultOf(commit(captureId))).toBe('log.artifact.damaged');
    await expect(commit(newCaptureId())).rejects.toThrow('another capture');
    expect(await log.reader.countExhibits(caseId)).toEqual({ all: 0, kept: 0 });
    expect(await log.reader.readCustody(caseId)).toHaveLength(1);
  });

  it('keeps one copy of equal files, and none that the record does not name', async () => {
    const name = newName();
    const log = newLog(name);
    const caseId = await log.writer.ensureCase();
    const captureId = newCaptureId();
    const same = bytesOf('same');
    const artifacts = [textArtifact(same, 'tiles/tile-1.txt'), textArtifact(same, 'tiles/tile-2.txt')];
    for (const artifact of artifacts) await log.writer.stage(captureId, artifact, same);
    const other = bytesOf('left out');
    await log.writer.stage(captureId, textArtifact(other), other);
    await log.writer.commitCapture({
      captureId,
      caseId,
      build: reference => ({ record: recordOf(captureId, reference, artifacts) }),
    });
    const database = new EvidenceDatabase(name);
    expect(await database.artifacts.count()).toBe(2);
    expect(await database.staged.count()).toBe(0);
    expect(await log.reader.readArtifact(captureId, artifacts[1]!.sha256)).toEqual(same);
  });
});

describe('a commit that is broken off', () => {
  const tables = ['custodyEvents', 'exhibits', 'captures', 'artifacts', 'thumbnails', 'journal'];

  it.each(tables)('while %s is written leaves nothing half, and can be done again', async table => {
    const name = newName();
    const log = newLog(name);
    const caseId = await log.writer.ensureCase();
    await record(log, caseId);
    const captureId = newCaptureId();
    const bytes = bytesOf('kept');
    const artifact = textArtifact(bytes);
    await log.writer.begin(progressOf(captureId, caseId));
    await log.writer.stage(captureId, artifact, bytes);
    const before = await everyRow(name);
    const restore = breakWrites(table);
    const commit = (from: typeof log, to: CaseId) =>
      from.writer.commitCapture({
        captureId,
        caseId: to,
        build: reference => ({ record: recordOf(captureId, reference, [artifact]) }),
        thumbnail: bytesOf('small'),
      });
    expect(await faultOf(commit(log, caseId))).toBe('log.disk.full');
    restore();
    log.close();
    expect(await everyRow(name)).toEqual(before);
    const next = newLog(name);
    const [interrupted] = await next.writer.interrupted();
    expect(interrupted?.artifacts).toEqual([artifact]);
    expect((await commit(next, caseId)).reference).toBe('EX/2');
    const findings = await checkChain(await next.reader.readCustody(caseId));
    expect(findings.map(({ code }) => code)).toContain('custody.chain.intact');
  });
});

/** Every key and digest in the database; sealed bytes differ at each writing. */
async function everyRow(name: string): Promise<unknown> {
  const database = new EvidenceDatabase(name);
  await database.open();
  const rows = await Promise.all(
    database.tables.map(async table => [table.name, await table.toCollection().primaryKeys()]),
  );
  database.close();
  return rows;
}

/** From now on the disk is full for one table, until what comes back is called. */
function breakWrites(table: string): () => void {
  const spies = (['add', 'put'] as const).map(method => {
    const original = IDBObjectStore.prototype[method];
    return vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
      this: IDBObjectStore,
      ...args: Parameters<typeof original>
    ) {
      if (this.name === table) throw new DOMException('disk full', 'QuotaExceededError');
      return original.apply(this, args);
    });
  });
  return () => {
    for (const spy of spies) spy.mockRestore();
  };
}
