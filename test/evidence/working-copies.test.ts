import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { checkChain } from '../../src/custody/check-chain.ts';
import type { Log } from '../../src/evidence/open-log.ts';
import { EvidenceDatabase } from '../../src/evidence/store/database.ts';
import type { NewWorkingCopy } from '../../src/model/working-copy.ts';
import { digestOf } from '../samples/digest.ts';
import { bytesOf, faultOf, newLog, newName, type Recorded, record, secret } from '../samples/log.ts';

/** Stands for the bytes of a picture; the log does not look into them. */
const png = bytesOf(`${secret} picture`);

function copyOf({ captureId, artifact }: Recorded): NewWorkingCopy {
  return {
    captureId,
    of: { path: artifact.path, sha256: artifact.sha256 },
    crop: { x: 0, y: 0, width: 300, height: 200 },
    covered: [{ x: 10, y: 20, width: 30, height: 40 }],
    width: 300,
    height: 200,
    size: png.length,
    sha256: digestOf(png),
    purpose: `${secret} for the school`,
  };
}

async function oneCopy(name = newName()) {
  const log = newLog(name);
  const caseId = await log.writer.openCase({ title: 'My case', initials: 'ABC', name: 'A. Carter' });
  const made = await record(log, caseId);
  const id = await log.writer.addWorkingCopy(copyOf(made), png);
  return { log, caseId, made, id, name };
}

async function actionsOf({ reader }: Log, caseId: Parameters<Log['reader']['readCustody']>[0]) {
  const events = await reader.readCustody(caseId);
  expect((await checkChain(events)).map(({ code }) => code)).toContain('custody.chain.intact');
  return events;
}

describe('a working copy', () => {
  it('stands beside its exhibit, whose own file is untouched', async () => {
    const { log, made, id } = await oneCopy();
    expect(await log.reader.listWorkingCopies(made.captureId)).toMatchObject([
      { ...copyOf(made), id, mediaType: 'image/png' },
    ]);
    expect(await log.reader.readWorkingCopy(made.captureId, id)).toEqual(png);
    expect(await log.reader.readArtifact(made.captureId, made.artifact.sha256)).toEqual(made.bytes);
    expect((await log.reader.readRecord(made.captureId)).record.artifacts).toEqual([made.artifact]);
  });

  it('has one event: who, when, of which picture, which area, and nothing of what it shows', async () => {
    const { log, caseId, made, id } = await oneCopy();
    const event = (await actionsOf(log, caseId)).at(-1);
    expect(event).toMatchObject({
      action: 'copy.made',
      category: 'alteration',
      actor: 'A. Carter (ABC)',
      subject: { captureId: made.captureId, reference: 'ABC/1' },
      detail: {
        copyId: id,
        original: 'text.txt',
        originalSha256: made.artifact.sha256,
        copySha256: digestOf(png),
        cutTo: '0,0 300x200',
        covered: ['10,20 30x40'],
      },
    });
    expect(JSON.stringify(event)).not.toContain(secret);
  });

  it('lies sealed in the profile, and opens in no other place', async () => {
    const { log, made, id, name } = await oneCopy();
    const other = await log.writer.addWorkingCopy(copyOf(made), png);
    const database = new EvidenceDatabase(name);
    const row = await database.workingCopies.get(id);
    for (const sealed of [row!.sealed, row!.bytes as Uint8Array])
      expect(Buffer.from(sealed).toString('latin1')).not.toContain(secret);
    await database.workingCopies.update(other, { sealed: row!.sealed, bytes: row!.bytes });
    expect(await faultOf(log.reader.readWorkingCopy(made.captureId, other))).toBe('log.artifact.damaged');
    expect((await log.reader.listWorkingCopies(made.captureId)).map(copy => copy.id)).toEqual([id]);
  });

  it('is kept with its event or not at all', async () => {
    const { log, caseId, made } = await oneCopy();
    await expect(log.writer.addWorkingCopy(copyOf(made), bytesOf('other'))).rejects.toThrow('other bytes');
    await log.writer.eraseExhibit(made.captureId, '');
    const before = await actionsOf(log, caseId);
    expect(await faultOf(log.writer.addWorkingCopy(copyOf(made), png))).toBe('log.exhibit.erased');
    expect(await actionsOf(log, caseId)).toEqual(before);
  });

  it('is erased for good; the chain keeps that it was there', async () => {
    const { log, caseId, made, id, name } = await oneCopy();
    await log.writer.eraseWorkingCopy(made.captureId, id, 'too much to be seen');
    await log.writer.eraseWorkingCopy(made.captureId, id, 'again');
    const events = await actionsOf(log, caseId);
    expect(events.filter(({ action }) => action === 'copy.erased')).toMatchObject([
      {
        category: 'erasure',
        detail: { copyId: id, copySha256: digestOf(png), reason: 'too much to be seen' },
      },
    ]);
    expect(await log.reader.listWorkingCopies(made.captureId)).toEqual([]);
    expect(await new EvidenceDatabase(name).workingCopies.count()).toBe(0);
    expect(await log.reader.readArtifact(made.captureId, made.artifact.sha256)).toEqual(made.bytes);
  });

  it('goes with its exhibit', async () => {
    const { log, made, name } = await oneCopy();
    await log.writer.eraseExhibit(made.captureId, '');
    expect(await new EvidenceDatabase(name).workingCopies.count()).toBe(0);
  });
});
