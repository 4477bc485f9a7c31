import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TimeStampQueue } from '../../src/background/time-stamp-queue.ts';
import { askAuthorities } from '../../src/bundle/write/ask-authorities.ts';
import { fromHex } from '../../src/crypto/hex.ts';
import { checkTimeStamp } from '../../src/crypto/time-stamp/time-stamp-check.ts';
import { type Log, openLog } from '../../src/evidence/open-log.ts';
import type { AuthorityFailure } from '../../src/model/time-stamp.ts';
import { authorityFailureWords } from '../../src/words/time-stamps.ts';
import { type Authority, type Behaviour, startAuthority } from '../samples/authority/server.ts';
import { newName, record, tickingClock } from '../samples/log.ts';

const MINUTE = 60_000; // ms

let authority: Authority;
beforeAll(async () => {
  authority = await startAuthority();
});
afterAll(() => authority.close());

/** A queue over a log of its own whose clock the test moves, and whose authorities answer as they are told. */
async function open(...behaviours: readonly Behaviour[]) {
  // The sample records say that they were made on the day after.
  const log = openLog({ databaseName: newName(), now: tickingClock(Date.UTC(2025, 11, 31)) });
  const caseId = await log.writer.openCase({ title: 'Case', initials: 'ABC', name: 'A. B. Carter' });
  const clock = { now: Date.UTC(2026, 0, 2), online: true, wakeAt: undefined as number | undefined };
  const queue = new TimeStampQueue({
    log: { ...log.writer, readAuthorities: () => log.reader.readAuthorities() },
    ask: (imprint, { addresses, roots }, besides) =>
      askAuthorities(imprint, {
        addresses,
        roots,
        ...(besides && { besides }),
        // Long enough for a busy machine, and short where nobody ever answers.
        timeLimit: behaviours.some(each => each === 'silent' || each === 'slow') ? 4_000 : 600_000,
        fetch: (...request) => (clock.online ? fetch(...request) : Promise.reject(new TypeError('offline'))),
        now: () => clock.now,
      }),
    now: () => clock.now,
    wakeAt: at => {
      clock.wakeAt = at;
    },
    keepAwake: work => work(),
  });
  await choose(log, behaviours);
  return { log, caseId, clock, queue };
}

async function choose({ writer }: Log, behaviours: readonly Behaviour[], anchors?: 2): Promise<void> {
  const addresses = behaviours.map(behaviour => authority.address(behaviour));
  const roots = [authority.keys.root, authority.keys.otherRoot];
  await writer.setAuthorities({ isOn: true, addresses, roots, anchors });
}

describe('a record that was just committed', () => {
  it('gets a time-stamp over its own SHA-256, and an event that says whose and when', async () => {
    const { log, caseId, queue } = await open('rsa');
    const { captureId, recordSha256 } = await record(log, caseId);
    await queue.run();
    const file = (await log.reader.readTimeStampFiles(captureId))?.reply;
    const report = await checkTimeStamp(file!.bytes, { imprint: fromHex(recordSha256), trusted: [] });
    expect(report.checks.filter(({ outcome }) => outcome === 'broken')).toEqual([]);
    expect(file?.artifact).toMatchObject({ role: 'time-stamp', size: file?.bytes.length });
    const event = (await log.reader.readCustody(caseId)).at(-1);
    const genTime = report.facts?.genTime.toISOString();
    expect(event).toMatchObject({
      action: 'capture.stamped',
      category: 'collection',
      subject: { captureId, reference: 'ABC/1' },
      detail: { recordSha256, genTime, authority: 'Test Authority One', address: authority.address('rsa') },
    });
    expect(event?.detail).toMatchObject({
      secondsAfterCapture: expect.any(Number),
      clockDifferenceSeconds: expect.any(Number),
    });
    expect(await log.reader.readTimeStamp(captureId)).toMatchObject({ state: 'stamped', genTime });
  });

  it('is asked for once, however often the queue runs', async () => {
    const { log, caseId, queue } = await open('rsa');
    await record(log, caseId);
    await Promise.all([queue.run(), queue.run()]);
    const before = authority.requests.length;
    await queue.runAtOnce();
    expect(authority.requests.length).toBe(before);
    const stamped = (await log.reader.readCustody(caseId)).filter(each => each.action === 'capture.stamped');
    expect(stamped).toHaveLength(1);
  });

  it('is not asked for while time-stamps are off, nor afterwards for what was recorded before', async () => {
    const { log, caseId, queue, clock } = await open('rsa');
    const { addresses, roots } = await log.reader.readAuthorities();
    await log.writer.setAuthorities({ isOn: false, addresses, roots });
    const { captureId } = await record(log, caseId);
    const before = authority.requests.length;
    await queue.run();
    expect(authority.requests.length).toBe(before);
    expect(clock.wakeAt).toBeUndefined();
    expect(await log.reader.readTimeStamp(captureId)).toBeUndefined();
  });

  it('loses its time-stamp when it is erased, and one that waits is not asked for any more', async () => {
    const { log, caseId, queue } = await open('rsa');
    const stamped = await record(log, caseId);
    await queue.run();
    await choose(log, ['failing']);
    const waiting = await record(log, caseId);
    await queue.run();
    for (const { captureId } of [stamped, waiting]) await log.writer.eraseExhibit(captureId, 'mine');
    const before = authority.requests.length;
    await queue.runAtOnce();
    expect(authority.requests.length).toBe(before);
    for (const { captureId } of [stamped, waiting])
      expect(await log.reader.readTimeStampFiles(captureId)).toBeUndefined();
    expect(await log.writer.nextTimeStampAt()).toBeUndefined();
  });
});

const faults: readonly (readonly [Behaviour, AuthorityFailure])[] = [
  ['silent', 'timed-out'],
  ['slow', 'timed-out'],
  ['garbage', 'not-a-reply'],
  ['endless', 'too-large'],
  ['web-page', 'not-a-reply'],
  ['failing', 'http-error'],
  ['elsewhere', 'unreachable'],
  ['rejected', 'refused'],
  ['revoked', 'refused'],
  ['wrong-nonce', 'broken-nonce'],
  ['wrong-imprint', 'broken-imprint'],
  ['expired', 'broken-term'],
  ['under-expired', 'broken-chain'],
  ['wrong-usage', 'broken-purpose'],
];

describe.each(faults)('an authority that is %s', (behaviour, failure) => {
  it('leaves the record waiting with the reason in words, and the next authority stamps it', async () => {
    const { log, caseId, queue, clock } = await open(behaviour);
    const { captureId } = await record(log, caseId);
    await queue.run();
    const waiting = await log.reader.readTimeStamp(captureId);
    expect(waiting).toMatchObject({
      state: 'waiting',
      attempts: 1,
      refusals: [{ address: authority.address(behaviour), failure }],
    });
    expect(authorityFailureWords[failure]).toMatch(/\.$/);
    expect(await log.reader.listExhibits(caseId)).toMatchObject([{ state: 'kept', awaitsTimeStamp: true }]);
    expect((await log.reader.readRecord(captureId)).record.reference).toBe('ABC/1');
    expect(clock.wakeAt).toBe(clock.now + MINUTE);

    await choose(log, [behaviour, 'ecdsa']);
    clock.now += MINUTE;
    await queue.run();
    const stamped = await log.reader.readTimeStamp(captureId);
    expect(stamped).toMatchObject({ state: 'stamped', address: authority.address('ecdsa') });
  });
});

describe('an authority that gives old answers again', () => {
  it('is not believed the second time', async () => {
    const { log, caseId, queue } = await open('replayed');
    const first = await record(log, caseId);
    const second = await record(log, caseId);
    await queue.run();
    expect(await log.reader.readTimeStamp(first.captureId)).toMatchObject({ state: 'stamped' });
    expect(await log.reader.readTimeStamp(second.captureId)).toMatchObject({
      state: 'waiting',
      refusals: [{ failure: 'broken-imprint' }],
    });
  });
});

describe.each([
  ['day-behind', -1],
  ['day-ahead', 1],
] as const)('an authority whose clock is a %s', (behaviour, sign) => {
  it('is kept with the difference of the clocks', async () => {
    const { log, caseId, queue, clock } = await open(behaviour);
    clock.now = Date.now();
    const { captureId } = await record(log, caseId);
    await queue.run();
    const stamp = await log.reader.readTimeStamp(captureId);
    const difference = stamp?.state === 'stamped' ? stamp.clockDifference : 0;
    expect(Math.round(difference / 8_640)).toBe(sign * 10);
  });
});

describe('two authorities for each record', () => {
  const openTwo = async (...behaviours: readonly Behaviour[]) => {
    const opened = await open(...behaviours);
    await choose(opened.log, behaviours, 2);
    return opened;
  };
  const stampsOf = (log: Log, captureId: Parameters<Log['reader']['readTimeStamp']>[0]) =>
    Promise.all([log.reader.readTimeStamp(captureId), log.reader.readTimeStamp(captureId, 2)]);

  it('give one each, in the order of the list, and the chain tells of both', async () => {
    const { log, caseId, queue, clock } = await openTwo('rsa', 'foreign', 'ecdsa');
    const { captureId, recordSha256 } = await record(log, caseId);
    await queue.run();
    expect(await stampsOf(log, captureId)).toMatchObject([
      { state: 'stamped', address: authority.address('rsa'), authority: 'Test Authority One' },
      { state: 'stamped', address: authority.address('foreign'), authority: 'Foreign Authority' },
    ]);
    const reply = (await log.reader.readTimeStampFiles(captureId, 2))?.reply.bytes;
    const { checks } = await checkTimeStamp(reply!, { imprint: fromHex(recordSha256), trusted: [] });
    expect(checks.filter(({ outcome }) => outcome === 'broken')).toEqual([]);
    const told = (await log.reader.readCustody(caseId)).filter(each => each.action === 'capture.stamped');
    expect(told.map(({ detail }) => [detail['authority'], detail['timeStampNumber']])).toEqual([
      ['Test Authority One', undefined],
      ['Foreign Authority', 2],
    ]);
    expect(clock.wakeAt).toBeUndefined();
  });

  it('are never one under two addresses, or two with one issuer: the next is asked', async () => {
    const { log, caseId, queue } = await openTwo('rsa', 'pss', 'withdrawn', 'ecdsa');
    const { captureId } = await record(log, caseId);
    await queue.run();
    expect((await stampsOf(log, captureId))[1]).toMatchObject({ address: authority.address('ecdsa') });
    await choose(log, ['rsa', 'pss'], 2);
    const next = await record(log, caseId);
    await queue.run();
    expect(await stampsOf(log, next.captureId)).toMatchObject([
      { state: 'stamped' },
      { state: 'waiting', refusals: [{ address: authority.address('pss'), failure: 'same-authority' }] },
    ]);
  });

  it('of which one fails: what the other gave is kept, and the second is asked for again', async () => {
    const { log, caseId, queue, clock } = await openTwo('failing', 'ecdsa');
    const { captureId } = await record(log, caseId);
    await queue.run();
    expect(await stampsOf(log, captureId)).toMatchObject([
      { state: 'stamped', address: authority.address('ecdsa') },
      { state: 'waiting', attempts: 1, refusals: [{ failure: 'http-error' }] },
    ]);
    expect(await log.reader.listExhibits(caseId)).toMatchObject([{ awaitsSecondStamp: true }]);
    expect(clock.wakeAt).toBe(clock.now + MINUTE);
    await choose(log, ['foreign', 'ecdsa'], 2);
    clock.now += MINUTE;
    await queue.run();
    expect((await stampsOf(log, captureId))[1]).toMatchObject({ address: authority.address('foreign') });
    expect(clock.wakeAt).toBeUndefined();
  });

  it('hold up only those that ask the same others', async () => {
    const { log, caseId, queue } = await openTwo('rsa', 'failing');
    const captures = [await record(log, caseId), await record(log, caseId)];
    await queue.run();
    await choose(log, ['ecdsa', 'failing'], 2);
    captures.push(await record(log, caseId));
    await queue.runAtOnce();
    const seconds = captures.map(({ captureId }) => log.reader.readTimeStamp(captureId, 2));
    expect(await Promise.all(seconds)).toMatchObject([
      { state: 'stamped', address: authority.address('ecdsa') },
      { state: 'stamped', address: authority.address('ecdsa') },
      { state: 'waiting', refusals: [{ address: authority.address('failing') }] },
    ]);
  });

  it('are asked only while that is chosen, and for no record that had its first before', async () => {
    const { log, caseId, queue, clock } = await open('rsa', 'failing');
    const before = await record(log, caseId);
    await queue.run();
    await choose(log, ['rsa', 'failing'], 2);
    const { captureId } = await record(log, caseId);
    await queue.run();
    expect(await log.reader.readTimeStamp(before.captureId, 2)).toBeUndefined();
    await choose(log, ['rsa', 'foreign']);
    await queue.runAtOnce();
    expect((await stampsOf(log, captureId))[1]).toMatchObject({ state: 'waiting' });
    expect(clock.wakeAt).toBeUndefined();
    await choose(log, ['rsa', 'foreign'], 2);
    await queue.runAtOnce();
    expect((await stampsOf(log, captureId))[1]).toMatchObject({ state: 'stamped' });
  });
});

describe('a computer that is offline', () => {
  it('keeps what waits, asks less and less often, and asks at once when it is online', async () => {
    const { log, caseId, queue, clock } = await open('rsa');
    clock.online = false;
    const captures = [await record(log, caseId), await record(log, caseId)];
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await queue.run();
      pauses.push(((clock.wakeAt ?? 0) - clock.now) / MINUTE);
      clock.now = clock.wakeAt ?? 0;
    }
    expect(pauses).toEqual([1, 2, 5, 15, 30, 60, 60, 60]);
    clock.now -= 59 * MINUTE;
    clock.online = true;
    await queue.run();
    expect(await log.reader.readTimeStamp(captures[0]!.captureId)).toMatchObject({
      state: 'waiting',
      attempts: 8,
    });
    await queue.runAtOnce();
    for (const { captureId } of captures)
      expect(await log.reader.readTimeStamp(captureId)).toMatchObject({ state: 'stamped' });
    expect(clock.wakeAt).toBeUndefined();
  });
});
