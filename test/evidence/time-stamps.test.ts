import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { openLog } from '../../src/evidence/open-log.ts';
import { EvidenceDatabase } from '../../src/evidence/store/database.ts';
import { toInstant } from '../../src/model/identifiers.ts';
import type { StampFacts } from '../../src/model/time-stamp.ts';
import { digestOf } from '../samples/digest.ts';
import { bytesOf, newName, record, secret, tickingClock } from '../samples/log.ts';

const address = `https://${secret}.example/tsa`;
const at = toInstant(Date.UTC(2026, 0, 1, 0, 3));
const reply = bytesOf(`a reply of ${secret}`);
const lists = bytesOf(`lists of ${secret}`);
const facts: StampFacts = {
  genTime: at,
  authority: secret,
  address,
  askedAt: at,
  receivedAt: at,
  clockDifference: -1.5,
};

/** A log in which time-stamps were switched on the day before the sample records were made. */
async function open(name = newName()) {
  const log = openLog({ databaseName: name, now: tickingClock(Date.UTC(2025, 11, 31)) });
  const caseId = await log.writer.openCase({ title: 'Case', initials: 'ABC', name: 'A. B. Carter' });
  await log.writer.setAuthorities({ isOn: true, addresses: [address], roots: [] });
  return { name, log, caseId };
}

describe('the time-stamps of a log', () => {
  it('lie sealed beside their records, each bound to its own', async () => {
    const { name, log, caseId } = await open();
    const stamped = await record(log, caseId);
    const waiting = await record(log, caseId);
    await log.writer.queueTimeStamps();
    await log.writer.keepTimeStamp(stamped.captureId, { files: { reply, lists }, facts, anchor: 1 });
    const refusals = [{ address, failure: 'refused' as const, text: secret }];
    await log.writer.postponeTimeStamp(waiting.captureId, { refusals, nextAt: at, anchor: 1 });
    const database = new EvidenceDatabase(name);
    await database.open();
    const rows = await database.timeStamps.toArray();
    expect(rows.map(row => Object.keys(row).sort()).sort()).toEqual([
      ['captureId', 'dueAt', 'sealed'],
      ['captureId', 'lists', 'reply', 'sealed'],
    ]);
    for (const { sealed, reply: bytes, lists: more } of rows)
      for (const each of [sealed, bytes, more])
        expect(Buffer.from(each ?? []).toString('latin1')).not.toContain(secret);
    expect(await log.reader.readTimeStamp(stamped.captureId)).toEqual({ state: 'stamped', ...facts });
    expect(await log.reader.readTimeStampFiles(stamped.captureId)).toEqual({
      reply: {
        bytes: reply,
        artifact: {
          role: 'time-stamp',
          path: 'capture.tsr',
          mediaType: 'application/timestamp-reply',
          size: reply.length,
          sha256: digestOf(reply),
        },
      },
      lists: {
        bytes: lists,
        artifact: {
          role: 'time-stamp',
          path: 'capture.crl',
          mediaType: 'application/x-pem-file',
          size: lists.length,
          sha256: digestOf(lists),
        },
      },
    });
    const told = (await log.reader.readCustody(caseId)).find(({ action }) => action === 'capture.stamped');
    expect(told?.detail).toMatchObject({ replySha256: digestOf(reply), listsSha256: digestOf(lists) });
    const [moved] = rows.filter(row => row.reply !== undefined);
    await database.timeStamps.put({ ...moved!, captureId: waiting.captureId });
    expect(await log.reader.readTimeStampFiles(waiting.captureId)).toBeUndefined();
    expect(await log.reader.readTimeStamp(waiting.captureId)).toBeUndefined();
    database.close();
  });

  it('of a second authority lie beside the first, bound to their own place, and the chain numbers them', async () => {
    const { name, log, caseId } = await open();
    const { captureId } = await record(log, caseId);
    const other = { ...facts, authority: 'Second', address: 'https://two.example/' };
    const more = bytesOf('a reply of a second authority');
    const second = { files: { reply: more, lists }, facts: other, anchor: 2 } as const;
    await log.writer.queueTimeStamps();
    await log.writer.keepTimeStamp(captureId, second);
    expect(await log.reader.readTimeStamp(captureId, 2)).toBeUndefined();
    await log.writer.keepTimeStamp(captureId, { files: { reply }, facts, anchor: 1, awaitsSecond: true });
    expect(await log.reader.readTimeStamp(captureId, 2)).toMatchObject({ state: 'waiting', attempts: 0 });
    expect(await log.reader.readSummary(captureId)).toMatchObject({ awaitsSecondStamp: true });
    const [due] = await log.writer.dueTimeStamps(toInstant(Date.UTC(2027, 0)), 2);
    expect(due?.first).toEqual({ address, reply });
    await log.writer.keepTimeStamp(captureId, second);
    await log.writer.keepTimeStamp(captureId, second);
    expect(await log.reader.readTimeStamp(captureId)).toEqual({ state: 'stamped', ...facts });
    expect(await log.reader.readTimeStamp(captureId, 2)).toEqual({ state: 'stamped', ...other });
    const files = await log.reader.readTimeStampFiles(captureId, 2);
    expect([files?.reply, files?.lists].map(file => file?.artifact)).toMatchObject([
      { path: 'capture.2.tsr', sha256: digestOf(more) },
      { path: 'capture.2.crl', sha256: digestOf(lists) },
    ]);
    expect(await log.reader.readSummary(captureId)).not.toHaveProperty('awaitsSecondStamp');
    const told = (await log.reader.readCustody(caseId)).filter(each => each.action === 'capture.stamped');
    expect(told.map(({ detail }) => [detail['timeStampNumber'], detail['replySha256']])).toEqual([
      [undefined, digestOf(reply)],
      [2, digestOf(more)],
    ]);
    const database = new EvidenceDatabase(name);
    await database.open();
    const [first] = await database.timeStamps.toArray();
    await database.secondStamps.put(first!);
    expect(await log.reader.readTimeStampFiles(captureId, 2)).toBeUndefined();
    await log.writer.eraseExhibit(captureId, 'mine');
    expect(await database.secondStamps.count()).toBe(0);
    database.close();
  });

  it('are kept once, and not for a record that was erased meanwhile', async () => {
    const { log, caseId } = await open();
    const [kept, erased] = [await record(log, caseId), await record(log, caseId)];
    await log.writer.queueTimeStamps();
    await log.writer.eraseExhibit(erased.captureId, 'mine');
    for (const { captureId } of [kept, kept, erased])
      await log.writer.keepTimeStamp(captureId, { files: { reply }, facts, anchor: 1 });
    await log.writer.postponeTimeStamp(erased.captureId, { refusals: [], nextAt: at, anchor: 1 });
    const stamped = (await log.reader.readCustody(caseId)).filter(each => each.action === 'capture.stamped');
    expect(stamped.map(({ subject }) => subject.captureId)).toEqual([kept.captureId]);
    expect(stamped[0]?.detail).toMatchObject({
      recordSha256: kept.recordSha256,
      secondsAfterCapture: 180,
      clockDifferenceSeconds: -1.5,
    });
    expect(await log.reader.readTimeStamp(erased.captureId)).toBeUndefined();
    expect(await log.writer.nextTimeStampAt()).toBeUndefined();
  });

  it('are asked for from the moment on when they were switched on', async () => {
    const { log, caseId } = await open();
    const { onSince } = await log.reader.readAuthorities();
    await log.writer.setAuthorities({ isOn: true, addresses: [address, 'http://two.example/'], roots: [] });
    expect((await log.reader.readAuthorities()).onSince).toBe(onSince);
    await log.writer.setAuthorities({ isOn: false, addresses: [address], roots: [] });
    expect((await log.reader.readAuthorities()).onSince).toBeUndefined();
    const { captureId } = await record(log, caseId);
    await log.writer.queueTimeStamps();
    expect(await log.reader.readTimeStamp(captureId)).toBeUndefined();
  });
});
