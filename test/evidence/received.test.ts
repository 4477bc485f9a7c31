import 'fake-indexeddb/auto';
import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Log } from '../../src/evidence/open-log.ts';
import { receivedPartLength } from '../../src/evidence/received/receiving.ts';
import { EvidenceDatabase } from '../../src/evidence/store/database.ts';
import type { ReceivedBundle } from '../../src/model/received.ts';
import { digestOf } from '../samples/digest.ts';
import { bytesOf, faultOf, newLog, newName } from '../samples/log.ts';
import { arrivingOf, nodeDigest, receiveInto, receivingInto, saidOf } from './receive-into.ts';

async function opened() {
  const name = newName();
  const log = newLog(name);
  const caseId = await log.writer.openCase({ title: 'a', initials: 'ABC', name: '' });
  return { name, log, caseId, database: new EvidenceDatabase(name) };
}

async function wholeOf(log: Log, { id, parts }: ReceivedBundle): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for (let index = 0; index < parts; index += 1) pieces.push(await log.reader.readReceivedPart(id, index));
  return new Uint8Array(Buffer.concat(pieces));
}

const rowsOf = async ({ received, receivedStaged, receivedParts }: EvidenceDatabase) => ({
  received: await received.count(),
  staged: await receivedStaged.count(),
  parts: await receivedParts.count(),
});

describe('a received file', () => {
  it('is kept byte for byte in pieces, with one event that names its digest', async () => {
    const { name, log, caseId } = await opened();
    const bytes = new Uint8Array(randomBytes(receivedPartLength * 2 + 17));
    await receiveInto(name, log, { caseId, bytes });
    const [kept] = await log.reader.listReceived(caseId);
    expect(kept).toMatchObject({ parts: 3, size: bytes.length, sha256: digestOf(bytes) });
    expect(digestOf(await wholeOf(log, kept!))).toBe(digestOf(bytes));
    const event = (await log.reader.readCustody(caseId)).at(-1);
    expect(event).toMatchObject({
      action: 'bundle.received',
      category: 'collection',
      detail: { receivedId: kept?.id, sha256: digestOf(bytes), verdict: 'intact', place: 'Front desk' },
    });
  });

  it('may be empty', async () => {
    const { name, log, caseId } = await opened();
    await receiveInto(name, log, { caseId, bytes: bytesOf('') });
    expect(await log.reader.listReceived(caseId)).toMatchObject([{ size: 0, parts: 1 }]);
  });

  it('is combination when the case holds one already, and the same one is refused', async () => {
    const { name, log, caseId, database } = await opened();
    await receiveInto(name, log, { caseId, bytes: bytesOf('one') });
    await receiveInto(name, log, { caseId, bytes: bytesOf('two') });
    expect(await faultOf(receiveInto(name, log, { caseId, bytes: bytesOf('one') }))).toBe(
      'log.received.twice',
    );
    const events = (await log.reader.readCustody(caseId)).slice(1);
    expect(events.map(({ action, category }) => [action, category])).toEqual([
      ['bundle.received', 'collection'],
      ['bundle.combined', 'combination'],
    ]);
    expect(await rowsOf(database)).toEqual({ received: 2, staged: 0, parts: 2 });
  });

  it('is not kept when the bytes in the log are not those that were digested', async () => {
    const { name, log, caseId, database } = await opened();
    const said = { sha256: digestOf(bytesOf('another')) };
    expect(await faultOf(receiveInto(name, log, { caseId, bytes: bytesOf('one'), said }))).toBe(
      'log.received.not-whole',
    );
    expect(await rowsOf(database)).toEqual({ received: 0, staged: 0, parts: 0 });
    expect(await log.reader.readCustody(caseId)).toHaveLength(1);
  });

  it('leaves nothing when it is stopped, when the file cannot be read, and when the background is gone', async () => {
    const { name, log, database } = await opened();
    const bytes = new Uint8Array(receivedPartLength * 2);
    const control = new AbortController();
    const stopped = receivingInto(name).receive(
      arrivingOf(bytes, { signal: control.signal, onProgress: () => control.abort() }),
      async () => expect.unreachable(),
    );
    expect(await faultOf(stopped)).toBe('receive.stopped');
    const gone = receivingInto(name).receive(arrivingOf(bytes), () => Promise.reject(new Error('no answer')));
    await expect(gone).rejects.toThrow('no answer');
    const broken = arrivingOf(bytes, {
      read: () => Promise.reject(new DOMException('x', 'NotReadableError')),
    });
    await expect(receivingInto(name).receive(broken, async () => {})).rejects.toMatchObject({
      code: 'log.not-readable',
    });
    expect(await rowsOf(database)).toEqual({ received: 0, staged: 0, parts: 0 });
    log.close();
  });

  it('stays when the answer of the background was lost on the way', async () => {
    const { name, log, caseId } = await opened();
    const lost = receivingInto(name).receive(arrivingOf(bytesOf('one')), async receivedId => {
      await log.writer.keepReceived({ caseId, receivedId }, nodeDigest());
      throw new Error('lost');
    });
    await expect(lost).rejects.toThrow('lost');
    const [kept] = await log.reader.listReceived(caseId);
    expect(Buffer.from(await wholeOf(log, kept!)).toString()).toBe('one');
  });

  it('is erased for good, and the chain keeps that it was there', async () => {
    const { name, log, caseId, database } = await opened();
    const receivedId = await receiveInto(name, log, { caseId, bytes: bytesOf('one') });
    await log.writer.eraseReceived({ caseId, receivedId }, 'the wrong file');
    await log.writer.eraseReceived({ caseId, receivedId }, 'again');
    expect(await rowsOf(database)).toEqual({ received: 0, staged: 0, parts: 0 });
    const events = (await log.reader.readCustody(caseId)).slice(1);
    expect(events).toMatchObject([
      { action: 'bundle.received', detail: { sha256: digestOf(bytesOf('one')) } },
      { action: 'received.erased', category: 'erasure', detail: { receivedId, reason: 'the wrong file' } },
    ]);
    await receiveInto(name, log, { caseId, bytes: bytesOf('one') });
  });

  it('is found damaged when a piece is gone, changed, or put in the place of another', async () => {
    const { name, log, caseId, database } = await opened();
    const id = await receiveInto(name, log, { caseId, bytes: new Uint8Array(receivedPartLength + 1) });
    const [first] = await database.receivedParts.toArray();
    await database.receivedParts.update([id, 1], { bytes: first!.bytes });
    expect(await faultOf(log.reader.readReceivedPart(id, 1))).toBe('log.received.damaged');
    await database.receivedParts.delete([id, 0]);
    expect(await faultOf(log.reader.readReceivedPart(id, 0))).toBe('log.received.damaged');
  });
});

describe('what a closed page left behind', () => {
  it('is removed at start, and nothing that was kept', async () => {
    const { name, log, caseId, database } = await opened();
    const id = await receiveInto(name, log, { caseId, bytes: bytesOf('one') });
    const other = '7f3c0d52-1111-4222-8333-000000000009' as typeof id;
    await database.receivedParts.add({ receivedId: other, index: 0, bytes: new Uint8Array(3) });
    await database.receivedStaged.add({ id: other, sealed: new Uint8Array(3) });
    await log.writer.clearAbandoned();
    expect(await rowsOf(database)).toEqual({ received: 1, staged: 0, parts: 1 });
    expect(await log.reader.listReceived(caseId)).toHaveLength(1);
  });

  it('is left alone while a page receives', async () => {
    vi.stubGlobal('navigator', { locks: fakeLocks() });
    onTestFinished(() => void vi.unstubAllGlobals());
    const { name, log, caseId } = await opened();
    await receivingInto(name).receive(
      arrivingOf(bytesOf('one'), {
        describe: async () => {
          await log.writer.clearAbandoned();
          return saidOf(bytesOf('one'));
        },
      }),
      receivedId => log.writer.keepReceived({ caseId, receivedId }, nodeDigest()),
    );
    expect(await log.reader.listReceived(caseId)).toHaveLength(1);
  });
});

/** Web Locks as far as they are used: shared holders at once, and an exclusive one only when there is no other. */
function fakeLocks() {
  const held = new Map<string, number>();
  const request = async <T>(name: string, ...rest: readonly unknown[]): Promise<T> => {
    const [options, act] = rest.length === 2 ? rest : [{}, rest[0]];
    const { ifAvailable, mode } = options as { readonly ifAvailable?: boolean; readonly mode?: string };
    const isFree = mode === 'shared' || (held.get(name) ?? 0) === 0;
    if (!isFree && ifAvailable) return (act as (lock: null) => Promise<T>)(null);
    held.set(name, (held.get(name) ?? 0) + 1);
    try {
      return await (act as (lock: object) => Promise<T>)({});
    } finally {
      held.set(name, (held.get(name) ?? 1) - 1);
    }
  };
  return { request };
}
