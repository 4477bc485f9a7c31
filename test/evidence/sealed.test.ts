import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import * as custodyLog from '../../src/evidence/case/custody-log.ts';
import { openLog } from '../../src/evidence/open-log.ts';
import { EvidenceDatabase } from '../../src/evidence/store/database.ts';
import { toInstant } from '../../src/model/identifiers.ts';
import {
  bytesOf,
  faultOf,
  newCaptureId,
  newLog,
  newName,
  progressOf,
  record,
  secret,
  tickingClock,
  wordsOf,
} from '../samples/log.ts';
import { receiveInto } from './receive-into.ts';

/** What may stand in the clear: ids, case id, numbers, digests and times. */
const plain = new Set([
  'id',
  'caseId',
  'captureId',
  'noteId',
  'receivedId',
  'index',
  'number',
  'sequence',
  'turn',
  'version',
  'digest',
  'sha256',
  'recordSha256',
  'openedAt',
  'capturedAt',
  'startedAt',
  'finishedAt',
  'erasedAt',
  'dueAt',
]);

async function latin1Of(value: unknown): Promise<string> {
  if (value instanceof Blob) return latin1Of(new Uint8Array(await value.arrayBuffer()));
  return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value);
}

const at = toInstant(Date.UTC(2026, 0));

async function fullLog(name: string) {
  // Before the moment of the sample records, so that they wait for a time-stamp.
  const log = openLog({ databaseName: name, now: tickingClock(Date.UTC(2025, 11, 31)) });
  await log.writer.setAuthorities({ isOn: true, addresses: [`https://${secret}.example/`], roots: [] });
  const caseId = await log.writer.openCase({ title: secret, initials: 'ABC', name: secret });
  const made = await record(log, caseId);
  await log.writer.describeExhibit(made.captureId, wordsOf());
  await log.writer.begin(progressOf(newCaptureId(), caseId));
  await log.writer.writeNote(caseId, { kind: 'person', name: secret });
  await log.writer.addWorkingCopy(
    {
      captureId: made.captureId,
      of: { path: made.artifact.path, sha256: made.artifact.sha256 },
      covered: [],
      width: 1,
      height: 1,
      size: made.bytes.length,
      sha256: made.artifact.sha256,
      purpose: secret,
    },
    made.bytes,
  );
  await log.writer.setReporter({ capacity: 'helper' });
  await log.writer.queueTimeStamps();
  const address = `https://${secret}.example/`;
  await log.writer.keepTimeStamp(made.captureId, {
    files: { reply: bytesOf(secret), lists: bytesOf(secret) },
    facts: { genTime: at, authority: secret, address, askedAt: at, receivedAt: at, clockDifference: 0 },
    anchor: 1,
    awaitsSecond: true,
  });
  await log.reader.openSigner();
  await receiveInto(name, log, { caseId, bytes: bytesOf(`${secret} bytes`) });
  return { log, caseId, made };
}

describe('what lies in the profile', () => {
  it('is sealed, but for ids, numbers, digests and times', async () => {
    const name = newName();
    const { log } = await fullLog(name);
    log.close();
    const database = new EvidenceDatabase(name);
    await database.open();
    for (const table of database.tables.filter(each => each.name !== 'vault')) {
      const rows = await table.toArray();
      if (!/staged$/i.test(table.name)) expect(rows, table.name).not.toHaveLength(0);
      for (const row of rows) {
        for (const [field, value] of Object.entries(row)) {
          const isSealed = value instanceof Uint8Array || value instanceof Blob;
          expect(isSealed || plain.has(field), `${table.name}.${field}`).toBe(true);
          const text = await latin1Of(value);
          expect(text).not.toContain(secret);
        }
      }
    }
    const [slot, signer] = [await database.vault.get('profile'), await database.vault.get('signer')];
    expect(slot).toMatchObject({ slot: { kind: 'profile', wrapKey: { extractable: false } } });
    expect(signer).toHaveProperty('sealedPrivateKey');
  });

  it('does not open in the place of another row', async () => {
    const name = newName();
    const { log, caseId, made } = await fullLog(name);
    const other = await record(log, caseId);
    const database = new EvidenceDatabase(name);
    const one = await database.captures.get(made.captureId);
    await database.captures.update(other.captureId, { sealed: one!.sealed });
    const file = await database.artifacts.get([made.captureId, made.artifact.sha256]);
    await database.artifacts.update([other.captureId, other.artifact.sha256], { bytes: file!.bytes });
    expect((await log.reader.listExhibits(caseId)).map(({ state }) => state)).toEqual(['damaged', 'kept']);
    expect(await faultOf(log.reader.readArtifact(other.captureId, other.artifact.sha256))).toBe(
      'log.artifact.damaged',
    );
    expect(await log.reader.readArtifact(made.captureId, made.artifact.sha256)).toEqual(made.bytes);
  });

  it('opens with the key of the profile, in the next session too, and with the same signer', async () => {
    const name = newName();
    const { log, caseId, made } = await fullLog(name);
    const { fingerprint } = await log.reader.openSigner();
    log.close();
    const next = newLog(name);
    expect((await next.reader.readCase(caseId)).title).toBe(secret);
    expect((await next.reader.readRecord(made.captureId)).record.page?.title).toBe(`${secret} title`);
    const signer = await next.reader.openSigner();
    expect(signer.fingerprint).toBe(fingerprint);
    expect((await signer.sign(new Uint8Array([1]), new Date(0))).length).toBeGreaterThan(100);
  });

  it('gets one vault key and one signing key when two contexts come first at once', async () => {
    const name = newName();
    const logs = Array.from({ length: 4 }, () => newLog(name));
    const signers = await Promise.all(logs.map(log => log.reader.openSigner()));
    expect(new Set(signers.map(({ fingerprint }) => fingerprint)).size).toBe(1);
    const cases = await Promise.all(
      logs.map(log => log.writer.openCase({ title: 'a', initials: 'A', name: '' })),
    );
    for (const log of logs) for (const caseId of cases) await log.reader.readCase(caseId);
  });
});

describe('the schema', () => {
  it('refuses a second event of one number, and a second one of one digest', async () => {
    const name = newName();
    const { caseId } = await fullLog(name);
    const database = new EvidenceDatabase(name);
    const [first] = await database.custodyEvents.toArray();
    await expect(database.custodyEvents.add(first!)).rejects.toMatchObject({ name: 'ConstraintError' });
    await expect(database.custodyEvents.add({ ...first!, caseId, sequence: 99 })).rejects.toMatchObject({
      name: 'ConstraintError',
    });
  });

  it('refuses a second exhibit of one number, and a second number for one capture', async () => {
    const name = newName();
    await fullLog(name);
    const database = new EvidenceDatabase(name);
    const [first] = await database.exhibits.toArray();
    await expect(database.exhibits.add({ ...first!, captureId: newCaptureId() })).rejects.toMatchObject({
      name: 'ConstraintError',
    });
    await expect(database.exhibits.add({ ...first!, number: 99 })).rejects.toMatchObject({
      name: 'ConstraintError',
    });
  });

  it('offers no way to change or delete an event', () => {
    expect(Object.keys(custodyLog).sort()).toEqual(['append', 'appendToEach', 'list', 'readChain']);
  });
});
