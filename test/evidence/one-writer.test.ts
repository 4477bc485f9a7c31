import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { oneWriter } from '../../src/evidence/store/one-writer.ts';
import { newCaptureId, newLog, record, recordOf } from '../samples/log.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('the one writer', () => {
  it('does one thing after the other, and goes on after one that fails', async () => {
    const inTurn = oneWriter('a');
    const seen: string[] = [];
    const act = (name: string) => async () => {
      seen.push(`${name} begins`);
      await new Promise(resolve => setTimeout(resolve, 1));
      seen.push(`${name} ends`);
      if (name === 'one') throw new Error('one');
      return name;
    };
    const acts = await Promise.allSettled([inTurn(act('one')), inTurn(act('two'))]);
    expect(acts.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(seen).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
  });

  it('asks the browser for a lock where it has them', async () => {
    const request = vi.fn((_name: string, act: () => Promise<unknown>) => act());
    vi.stubGlobal('navigator', { locks: { request } });
    const log = newLog('locked');
    expect(await log.writer.ensureCase()).toBeDefined();
    expect(request.mock.calls.map(([name]) => name)).toEqual(['locked-writer']);
  });

  it('commits a capture in one transaction, which waits for the disk', async () => {
    // Before the log is opened: Dexie keeps the method that it finds then.
    const opened = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const log = newLog();
    const caseId = await log.writer.ensureCase();
    await record(log, caseId);
    opened.mockClear();
    const captureId = newCaptureId();
    await log.writer.commitCapture({
      captureId,
      caseId,
      build: reference => ({ record: recordOf(captureId, reference, []) }),
    });
    const writes = opened.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes.map(([, , options]) => options)).toEqual([{ durability: 'strict' }]);
  });
});
