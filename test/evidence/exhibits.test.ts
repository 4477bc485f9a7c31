import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { canonicalJson } from '../../src/crypto/canonical-json.ts';
import { checkChain } from '../../src/custody/check-chain.ts';
import { EvidenceDatabase } from '../../src/evidence/store/database.ts';
import { wholeCase } from '../../src/model/export-choice.ts';
import { caseIdSchema } from '../../src/model/identifiers.ts';
import { receivedIdSchema } from '../../src/model/received.ts';
import { faultOf, newCaptureId, newLog, newName, record, secret, wordsOf } from '../samples/log.ts';

afterEach(() => vi.restoreAllMocks());

describe('a list of exhibits', () => {
  it('says what a person looks for', async () => {
    const log = newLog();
    const caseId = await log.writer.ensureCase();
    const { captureId } = await record(log, caseId);
    const [summary] = await log.reader.listExhibits(caseId);
    expect(summary).toMatchObject({
      state: 'kept',
      captureId,
      number: 1,
      reference: 'EX/1',
      title: `${secret} title`,
      handle: `${secret}-handle`,
      platform: 'web',
      postedAt: { method: 'machine-time' },
      tags: [],
      hasWords: false,
    });
    expect(summary?.state === 'kept' && summary.excerpt).toHaveLength(280);
    expect(await log.reader.readSummary(captureId)).toEqual(summary);
    expect(await log.reader.caseOf(captureId)).toBe(caseId);
  });

  it('goes by pages, newest or oldest first, and opens the rows of its page alone', async () => {
    const log = newLog();
    const caseId = await log.writer.ensureCase();
    for (let count = 0; count < 120; count += 1) await record(log, caseId);
    const opened = vi.spyOn(crypto.subtle, 'decrypt');
    const page = await log.reader.listExhibits(caseId, { offset: 10, limit: 50 });
    expect(opened).toHaveBeenCalledTimes(50);
    expect(page.map(({ number }) => number)).toEqual(Array.from({ length: 50 }, (_, n) => 110 - n));
    const last = await log.reader.listExhibits(caseId, { offset: 100, limit: 50, order: 'oldest' });
    expect(last.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, n) => 101 + n));
    expect(await log.reader.countExhibits(caseId)).toEqual({ all: 120, kept: 120 });
  });

  it('shows every other row when one is damaged', async () => {
    const name = newName();
    const log = newLog(name);
    const caseId = await log.writer.ensureCase();
    const made = [await record(log, caseId), await record(log, caseId), await record(log, caseId)];
    await log.writer.describeExhibit(made[0]!.captureId, wordsOf('one'));
    await log.writer.describeExhibit(made[0]!.captureId, wordsOf('two'));
    const database = new EvidenceDatabase(name);
    const rotten = { sealed: new Uint8Array(64) };
    await database.captures.update(made[1]!.captureId, rotten);
    await database.captures.delete(made[2]!.captureId);
    await database.words.update([made[0]!.captureId, 1], rotten);
    await database.custodyEvents.update([caseId, 2], rotten);
    await database.thumbnails.update(made[0]!.captureId, rotten);
    const listed = await log.reader.listExhibits(caseId, { order: 'oldest' });
    expect(listed.map(({ state, reference }) => [state, reference])).toEqual([
      ['kept', 'EX/1'],
      ['damaged', 'EX/2'],
      ['damaged', 'EX/3'],
    ]);
    expect((await log.reader.readWords(made[0]!.captureId)).map(({ version }) => version)).toEqual([2]);
    expect(await log.writer.describeExhibit(made[0]!.captureId, wordsOf('three'))).toBe(3);
    expect((await log.reader.readCustody(caseId)).map(({ sequence }) => sequence)).toEqual([
      1, 3, 4, 5, 6, 7,
    ]);
    expect(await log.reader.readThumbnail(made[0]!.captureId)).toBeUndefined();
    expect((await record(log, caseId)).reference).toBe('EX/4');
  });
});

it('an exhibit whose row in the list is damaged can be described, and is listed again', async () => {
  const name = newName();
  const log = newLog(name);
  const caseId = await log.writer.ensureCase();
  const { captureId } = await record(log, caseId);
  const [whole] = await log.reader.listExhibits(caseId);
  const { captures } = new EvidenceDatabase(name);
  await captures.update(captureId, { sealed: new Uint8Array(40) });
  expect(await log.reader.listExhibits(caseId)).toMatchObject([{ state: 'damaged', reference: 'EX/1' }]);
  expect(await log.writer.describeExhibit(captureId, wordsOf('It was here.'))).toBe(1);
  const [listed] = await log.reader.listExhibits(caseId);
  expect(listed).toEqual({ ...whole, hasWords: true, tags: wordsOf('').tags, people: wordsOf('').people });
});

describe('a file', () => {
  it('that was changed, cut or lost is reported as damaged, alone', async () => {
    const name = newName();
    const log = newLog(name);
    const caseId = await log.writer.ensureCase();
    const one = await record(log, caseId);
    const other = await record(log, caseId);
    const database = new EvidenceDatabase(name);
    const key = [one.captureId, one.artifact.sha256] as const;
    const row = await database.artifacts.get([...key]);
    const sealed = new Uint8Array(await new Blob([row!.bytes]).arrayBuffer());
    sealed[sealed.length - 20]! ^= 1;
    for (const bytes of [sealed, sealed.slice(0, 5), new Uint8Array()]) {
      await database.artifacts.update([...key], { bytes: new Blob([bytes]) });
      expect(await faultOf(log.reader.readArtifact(...key))).toBe('log.artifact.damaged');
    }
    await database.artifacts.delete([...key]);
    expect(await faultOf(log.reader.readArtifact(...key))).toBe('log.artifact.damaged');
    await log.reader.readArtifact(other.captureId, other.artifact.sha256);
    await database.artifacts.delete([one.captureId, one.recordSha256]);
    expect(await faultOf(log.reader.readRecord(one.captureId))).toBe('log.artifact.damaged');
    expect(await faultOf(log.reader.readRecord(newCaptureId()))).toBe('log.exhibit.not-found');
  });
});

describe('words', () => {
  it('are kept in versions, each with its digest in the chain', async () => {
    const log = newLog();
    const caseId = await log.writer.ensureCase();
    const { captureId } = await record(log, caseId);
    expect(await log.reader.readWords(captureId)).toEqual([]);
    expect(await log.writer.describeExhibit(captureId, wordsOf('one'))).toBe(1);
    expect(await log.writer.describeExhibit(captureId, wordsOf('one'))).toBe(1);
    expect(await log.writer.describeExhibit(captureId, wordsOf('two'))).toBe(2);
    expect(await log.writer.describeExhibit(captureId, wordsOf('one'))).toBe(3);
    const versions = await log.reader.readWords(captureId);
    expect(versions.map(({ words }) => words.whatHappened)).toEqual(['one', 'two', 'one']);
    const events = (await log.reader.readCustody(caseId)).filter(each => each.action === 'exhibit.described');
    expect(events.map(({ detail }) => detail)).toEqual(
      versions.map(({ version, words, salt }) => ({
        version,
        sha256: createHash('sha256')
          .update(canonicalJson({ salt, written: words }))
          .digest('hex'),
      })),
    );
    const [first, , third] = events.map(({ detail }) => detail['sha256']);
    expect(first, 'the same words must not be told by their digest').not.toBe(third);
    expect(await log.reader.readSummary(captureId)).toMatchObject({
      tags: [`${secret}-tag`],
      people: [`${secret}-person`],
      hasWords: true,
    });
  });

  it('may be emptied, and may hold half an emoji', async () => {
    const log = newLog();
    const { captureId } = await record(log, await log.writer.ensureCase());
    await log.writer.describeExhibit(captureId, wordsOf('a\ud83d'));
    expect((await log.reader.readWords(captureId))[0]?.words.whatHappened).toBe('a\ufffd');
    const none = { whatHappened: '', impact: '', tags: [], people: [] };
    expect(await log.writer.describeExhibit(captureId, none)).toBe(2);
    expect(await log.reader.readSummary(captureId)).toMatchObject({ hasWords: false });
  });

  it('are refused for what is not there', async () => {
    const log = newLog();
    expect(await faultOf(log.writer.describeExhibit(newCaptureId(), wordsOf()))).toBe(
      'log.exhibit.not-found',
    );
  });
});

describe('an erased exhibit', () => {
  it('leaves a number, a time and an event, and nothing of what it held', async () => {
    const name = newName();
    const log = newLog(name);
    const caseId = await log.writer.ensureCase();
    const kept = await record(log, caseId);
    const gone = await record(log, caseId);
    await log.writer.describeExhibit(gone.captureId, wordsOf());
    await log.writer.eraseExhibit(gone.captureId, 'not mine');
    expect((await record(log, caseId)).reference).toBe('EX/3');
    const database = new EvidenceDatabase(name);
    for (const table of ['artifacts', 'thumbnails', 'words', 'captures', 'staged', 'journal']) {
      const keys = await database.table(table).toCollection().primaryKeys();
      expect(keys.flat(), table).not.toContain(gone.captureId);
    }
    const [, tombstone] = await log.reader.listExhibits(caseId);
    expect(tombstone).toEqual({
      state: 'erased',
      captureId: gone.captureId,
      number: 2,
      reference: 'EX/2',
      erasedAt: expect.any(String),
    });
    expect(await log.reader.countExhibits(caseId)).toEqual({ all: 3, kept: 2 });
    const events = await log.reader.readCustody(caseId);
    expect(events.find(({ action }) => action === 'exhibit.erased')).toMatchObject({
      category: 'erasure',
      subject: { reference: 'EX/2' },
      detail: { recordSha256: gone.recordSha256, reason: 'not mine' },
    });
    expect(JSON.stringify(events)).not.toContain(secret);
    expect((await checkChain(events)).map(({ code }) => code)).toContain('custody.chain.intact');
    await log.reader.readArtifact(kept.captureId, kept.artifact.sha256);
  });

  it('answers every question with that it was erased', async () => {
    const log = newLog();
    const caseId = await log.writer.ensureCase();
    const { captureId, artifact } = await record(log, caseId);
    await log.writer.eraseExhibit(captureId, '');
    const questions = [
      () => log.reader.readRecord(captureId),
      () => log.reader.readArtifact(captureId, artifact.sha256),
      () => log.writer.describeExhibit(captureId, wordsOf()),
      () => log.writer.viewedExhibit(captureId),
      () => log.writer.eraseExhibit(captureId, ''),
      () => record(log, caseId, captureId),
    ];
    for (const question of questions) expect(await faultOf(question())).toBe('log.exhibit.erased');
    expect(await log.reader.readThumbnail(captureId)).toBeUndefined();
  });

  it('can be one whose rows are damaged', async () => {
    const name = newName();
    const log = newLog(name);
    const caseId = await log.writer.ensureCase();
    const { captureId } = await record(log, caseId);
    const database = new EvidenceDatabase(name);
    await database.captures.update(captureId, { sealed: new Uint8Array(3) });
    await log.writer.eraseExhibit(captureId, 'damaged');
    expect(await log.reader.readSummary(captureId)).toMatchObject({ state: 'erased' });
  });
});

describe('cases', () => {
  it('begin with a neutral one that nobody was asked for', async () => {
    const log = newLog();
    expect(await log.reader.listCases()).toEqual([]);
    expect(await log.reader.currentCaseId()).toBeUndefined();
    const [one, other] = await Promise.all([log.writer.ensureCase(), log.writer.ensureCase()]);
    expect(other).toBe(one);
    expect(await log.reader.listCases()).toEqual([
      { id: one, title: 'My case', openedAt: expect.any(String), producer: { initials: 'EX', name: '' } },
    ]);
    expect(await log.reader.currentCaseId()).toBe(one);
  });

  it('are described with a digest in the chain; references already given stay', async () => {
    const log = newLog();
    const caseId = await log.writer.ensureCase();
    const first = await record(log, caseId);
    const description = { title: 'Title', initials: 'ABC', name: 'A. B. Carter' };
    await log.writer.describeCase(caseId, description);
    await log.writer.describeCase(caseId, description);
    const second = await record(log, caseId);
    expect([first.reference, second.reference]).toEqual(['EX/1', 'ABC/2']);
    const events = await log.reader.readCustody(caseId);
    expect(events.map(({ action }) => action)).toEqual([
      'case.opened',
      'capture.committed',
      'case.described',
      'capture.committed',
    ]);
    const described = await log.reader.readCase(caseId);
    expect(events[2]?.detail).toEqual({
      caseSha256: createHash('sha256').update(canonicalJson(described)).digest('hex'),
    });
    expect(events[3]?.actor).toBe('A. B. Carter (ABC)');
    expect((await log.reader.listExhibits(caseId)).map(({ reference }) => reference)).toEqual([
      'ABC/2',
      'EX/1',
    ]);
  });

  it('have a chain and numbers each, and are chosen', async () => {
    const log = newLog();
    const one = await log.writer.ensureCase();
    const other = await log.writer.openCase({ title: 'Other', initials: 'EX', name: '' });
    expect(await log.writer.ensureCase()).toBe(other);
    await log.writer.chooseCase(one);
    expect(await log.writer.ensureCase()).toBe(one);
    expect((await record(log, one)).reference).toBe('EX/1');
    expect((await record(log, other)).reference).toBe('EX/1');
    const unknown = caseIdSchema.parse('00000000-0000-4000-8000-ffffffffffff');
    expect(await faultOf(log.writer.chooseCase(unknown))).toBe('log.case.not-found');
    expect(await faultOf(log.reader.readCase(unknown))).toBe('log.case.not-found');
  });

  it('that are damaged hide no other and stand in the way of no capture', async () => {
    const name = newName();
    const log = newLog(name);
    const whole = await log.writer.ensureCase();
    const damaged = await log.writer.openCase({ title: 'Other', initials: 'EX', name: '' });
    const database = new EvidenceDatabase(name);
    await database.cases.update(damaged, { sealed: new Uint8Array(64) });
    expect((await log.reader.listCases()).map(({ id }) => id)).toEqual([whole]);
    expect(await faultOf(log.reader.readCase(damaged))).toBe('log.not-readable');
    expect(await log.writer.ensureCase()).toBe(whole);
    await database.cases.update(whole, { sealed: new Uint8Array(64) });
    const next = await log.writer.ensureCase();
    expect((await record(log, next)).reference).toBe('EX/1');
  });

  it('say what bundles were made of them', async () => {
    const log = newLog();
    const caseId = await log.writer.ensureCase();
    const groupId = '00000000-0000-4000-8000-aaaaaaaaaaaa';
    const { exhibitsLeftOut: _, ...choice } = wholeCase;
    const received = [receivedIdSchema.parse('7f3c0d52-1111-4222-8333-000000000001')];
    const prepared = { references: ['EX/1'], absent: ['EX/2'], received };
    await log.writer.bundlePrepared({ caseId, groupId, ...prepared, choice });
    await log.writer.bundleExported({
      caseId,
      groupId,
      volumes: [{ name: 'a.zip', sha256: 'b'.repeat(64) }],
      signerFingerprint: 'c'.repeat(64),
    });
    await log.writer.bundleStopped({ caseId, groupId, reason: 'stopped' });
    const [, ...events] = await log.reader.readCustody(caseId);
    expect(events.map(({ action, detail }) => ({ action, detail }))).toEqual([
      {
        action: 'bundle.prepared',
        detail: {
          groupId,
          references: ['EX/1'],
          absent: ['EX/2'],
          recipient: 'police',
          documentsLeftOut: [],
          contactSheet: false,
          vulnerabilityTold: false,
          received,
        },
      },
      {
        action: 'bundle.exported',
        detail: { groupId, volumes: [`a.zip ${'b'.repeat(64)}`], signerFingerprint: 'c'.repeat(64) },
      },
      { action: 'bundle.stopped', detail: { groupId, reason: 'stopped' } },
    ]);
  });
});
