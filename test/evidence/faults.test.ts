import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EvidenceDatabase } from '../../src/evidence/store/database.ts';
import { toFault } from '../../src/evidence/store/faults.ts';
import { bytesOf, faultOf, newCaptureId, newLog, newName, record, textArtifact } from '../samples/log.ts';

afterEach(() => vi.restoreAllMocks());

describe('a fault', () => {
  it('of the disk being full has its own word, and what was kept is kept', async () => {
    const log = newLog();
    const caseId = await log.writer.ensureCase();
    const made = await record(log, caseId);
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const staging = log.writer.stage(newCaptureId(), textArtifact(bytesOf('a')), bytesOf('a'));
    expect(await faultOf(staging)).toBe('log.disk.full');
    vi.restoreAllMocks();
    expect(await log.reader.readArtifact(made.captureId, made.artifact.sha256)).toEqual(made.bytes);
    expect((await record(log, caseId)).reference).toBe('EX/2');
  });

  it('of the disk being full is known by what Chromium quotes of it', () => {
    const quoted = new DOMException('IO error: 000003.log: FILE_ERROR_NO_SPACE', 'UnknownError');
    expect(toFault(quoted, true)).toMatchObject({ code: 'log.disk.full' });
  });

  it('of an opening that failed is over when the next one does not', async () => {
    const log = newLog();
    const opening = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    expect(await faultOf(log.writer.ensureCase())).toBe('log.not-readable');
    opening.mockRestore();
    expect((await record(log, await log.writer.ensureCase())).reference).toBe('EX/1');
  });

  it('of a private window is known by what Firefox answers to opening the log', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('A mutation operation was attempted', 'InvalidStateError');
    });
    const log = newLog();
    expect(await faultOf(log.reader.listCases())).toBe('log.private-window');
    expect(await faultOf(log.writer.ensureCase())).toBe('log.private-window');
  });

  it('of a vault key that does not open is no empty log', async () => {
    const name = newName();
    const log = newLog(name);
    const caseId = await log.writer.ensureCase();
    await record(log, caseId);
    log.close();
    const database = new EvidenceDatabase(name);
    const row = await database.vault.get('profile');
    if (row === undefined || !('slot' in row) || row.slot.kind !== 'profile') throw new Error('no slot');
    await database.vault.put({ ...row, slot: { ...row.slot, wrapped: new Uint8Array(48) } });
    const next = newLog(name);
    for (const reading of [
      () => next.reader.listCases(),
      () => next.reader.listExhibits(caseId),
      () => next.reader.readCustody(caseId),
      () => next.writer.ensureCase(),
    ]) {
      expect(await faultOf(reading())).toBe('log.not-readable');
    }
    expect(await database.cases.count()).toBe(1);
    await database.vault.put(row);
    expect(await next.reader.listCases()).toHaveLength(1);
  });

  it('is found inside the errors that wrap it, and a defect stays one', () => {
    const wrapped = Object.assign(new Error(), {
      name: 'AbortError',
      inner: new DOMException('', 'QuotaExceededError'),
    });
    expect(toFault(wrapped, true)).toMatchObject({ code: 'log.disk.full' });
    expect(toFault(new DOMException('', 'InvalidStateError'), false)).toMatchObject({
      code: 'log.private-window',
    });
    expect(toFault(new DOMException('', 'InvalidStateError'), true)).toMatchObject({
      code: 'log.not-readable',
    });
    expect(toFault(new DOMException('', 'UnknownError'), true)).toMatchObject({ code: 'log.not-readable' });
    const defect = new TypeError('undefined is not a function');
    expect(toFault(defect, true)).toBe(defect);
    expect(toFault(undefined, true)).toBeUndefined();
  });
});
