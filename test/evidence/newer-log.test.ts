import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { openReader } from '../../src/evidence/open-reader.ts';
import { EvidenceDatabase } from '../../src/evidence/store/database.ts';
import { faultCodeOf } from '../../src/model/fault.ts';
import { faultOf, newCaptureId, newLog, newName, progressOf, record, tickingClock } from '../samples/log.ts';

/** The log as a later Holdfast opens it: with a version and a table more. Its open promise waits for all others. */
function openNewer(name: string): Dexie {
  const { tables, verno } = new EvidenceDatabase(name);
  const stores = tables.map(({ name: table, schema }) => {
    const indexes = [schema.primKey, ...schema.indexes].map(({ src }) => src);
    return [table, indexes.join(', ')] as const;
  });
  const newer = new Dexie(name);
  newer.version(verno + 1).stores({ ...Object.fromEntries(stores), later: 'id' });
  return newer;
}

describe('a log that a newer Holdfast opens', () => {
  it('is given over with all that was written, and the page that had it is told once', async () => {
    const name = newName();
    const log = newLog(name);
    const caseId = await log.writer.ensureCase();
    const kept = await record(log, caseId);
    const running = newCaptureId();
    await log.writer.begin(progressOf(running, caseId));
    const page = openReader({ databaseName: name, now: tickingClock() });
    await page.reader.listCases();
    let told = 0;
    page.reader.gaveWay.addEventListener('abort', () => (told += 1));
    // What is just being recorded is in the log whole, or not at all and said so.
    const writing = record(log, caseId).then(
      ({ captureId }) => [captureId],
      (error: unknown) => {
        expect(faultCodeOf(error)).toBe('log.newer');
        return [];
      },
    );
    const newer = openNewer(name);
    await newer.open();
    expect([told, page.reader.gaveWay.aborted, log.reader.gaveWay.aborted]).toEqual([1, true, true]);
    const late = await writing;
    const captures = await newer.table('captures').toCollection().primaryKeys();
    expect(captures).toEqual([kept.captureId, ...late]);
    const journal = await newer.table('journal').get(running);
    expect(journal).toMatchObject({ captureId: running });
    expect(journal.finishedAt).toBeUndefined();
    newer.close();
  });

  it('is not read or written any more by the one before', async () => {
    const name = newName();
    const log = newLog(name);
    const caseId = await log.writer.ensureCase();
    const newer = openNewer(name);
    await newer.open();
    const before = await newer.table('custodyEvents').count();
    expect(await faultOf(log.reader.listCases())).toBe('log.newer');
    expect(await faultOf(record(log, caseId))).toBe('log.newer');
    expect(await faultOf(log.writer.openCase({ title: 'a', initials: 'A', name: '' }))).toBe('log.newer');
    expect(await newer.table('custodyEvents').count()).toBe(before);
    newer.close();
  });

  it('is refused by one that is older from the start, and nothing in it is changed', async () => {
    const name = newName();
    const newer = openNewer(name);
    await newer.open();
    newer.close();
    const log = newLog(name);
    for (let time = 0; time < 2; time += 1) {
      expect(await faultOf(log.reader.listCases())).toBe('log.newer');
      expect(await faultOf(log.writer.ensureCase())).toBe('log.newer');
    }
    log.close();
    const again = openNewer(name);
    await again.open();
    expect(await again.table('cases').count()).toBe(0);
    again.close();
  });

  it('may be deleted by another page, as ever', async () => {
    const name = newName();
    const log = newLog(name);
    await log.writer.ensureCase();
    await Dexie.delete(name);
    expect(log.reader.gaveWay.aborted).toBe(false);
    expect(await log.reader.listCases()).toEqual([]);
  });
});
