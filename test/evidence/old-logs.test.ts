import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { putLog, type RawLog } from '../../scripts/old-logs/raw-log.ts';
import { type LogTold, readAll } from '../../scripts/old-logs/read-all.ts';
import { fixtureOf, oldVersions } from '../../scripts/old-logs/versions.ts';
import { recoverCaptures } from '../../src/background/recovery.ts';
import { checkChain } from '../../src/custody/check-chain.ts';
import { type Log, openLog } from '../../src/evidence/open-log.ts';
import { EvidenceDatabase } from '../../src/evidence/store/database.ts';
import type { CaseId } from '../../src/model/identifiers.ts';
import { toFiles } from '../bundle/zip-surgery.ts';
import { exported, recordOwn } from '../exporting/exported-case.ts';
import { verifyBytes } from '../samples/bundle.ts';
import { sampleSoftware } from '../samples/capture.ts';
import { digestOf } from '../samples/digest.ts';
import { newName, tickingClock } from '../samples/log.ts';

/** What a version wrote, and what its own code read of it. */
interface OldLog {
  readonly told: LogTold;
  readonly log: RawLog;
}

function fixture(version: number): OldLog {
  return JSON.parse(readFileSync(new URL(`../../${fixtureOf(version)}`, import.meta.url), 'utf8'));
}

/** The log of then under today's code, some months after its last event. */
async function opened(version: number) {
  const { told, log: raw } = fixture(version);
  const databaseName = newName();
  await putLog(databaseName, raw);
  const now = tickingClock(Date.UTC(2026, 5, 1));
  const log = openLog({ databaseName, now });
  const main = told.cases.at(-1);
  if (main === undefined) throw new Error('a fixture without a case');
  return { databaseName, told, log, main, caseId: main.id, now };
}

async function expectWhole({ reader }: Log, caseId: CaseId): Promise<void> {
  const { events, lost } = await reader.readChain(caseId);
  expect(lost).toEqual([]);
  expect((await checkChain(events)).map(({ code }) => code)).toContain('custody.chain.intact');
}

/** Exports the case as the page does, and has the verifier look at it; the codes of what is to be noticed come back. */
async function noticesOf(log: Log, caseId: CaseId) {
  const [zip = new Uint8Array()] = await exported({ log, caseId });
  const report = await verifyBytes(zip);
  const notices = report.findings.filter(({ severity }) => severity !== 'success');
  expect(report.verdict, JSON.stringify(notices)).toBe('intact');
  return {
    files: toFiles(zip),
    received: report.received,
    codes: [...new Set(notices.map(({ code }) => code))],
  };
}

describe.each(oldVersions.map(({ version }) => version))('a log that version %s wrote', version => {
  it('is brought up to date with all that is in it, and its chains hold', async () => {
    const { databaseName, told, log } = await opened(version);
    expect(await readAll(log)).toMatchObject(told);
    for (const { id, events } of told.cases) {
      expect((await log.reader.readCustody(id)).map(({ digest }) => digest)).toEqual(events);
      await expectWhole(log, id);
    }
    const [before, after] = [new EvidenceDatabase(databaseName), new EvidenceDatabase(newName())];
    await Promise.all([before.open(), after.open()]);
    expect(before.tables.map(({ schema }) => schema.indexes)).toEqual(
      after.tables.map(({ schema }) => schema.indexes),
    );
    expect(before.backendDB().version).toBe(after.backendDB().version);
    for (const each of [before, after]) each.close();
  });

  it('exports, intact, with the records that it had', async () => {
    const { log, main, caseId } = await opened(version);
    const { files, received, codes } = await noticesOf(log, caseId);
    expect((received ?? []).map(each => each.report.verdict)).toEqual(version < 5 ? [] : ['intact']);
    // What a record of then did not say of itself yet, and what was kept beside a time-stamp from then on.
    expect(codes.includes('capture.checks.absent')).toBe(version < 5.5);
    expect(codes.includes('time-stamp.moment.not-checked')).toBe(version >= 3);
    expect(codes.includes('time-stamp.revocation.not-checked')).toBe(version >= 7);
    for (const { state, reference, recordSha256 } of main.exhibits) {
      const bytes = files.get(`data/exhibits/${reference?.replace('/', '_')}/capture.json`);
      expect(bytes && digestOf(bytes)).toBe(state === 'kept' ? recordSha256 : undefined);
    }
  });

  it('goes on: what was broken off is kept as partial, and captures and notes are added', async () => {
    const { log, main, caseId, now } = await opened(version);
    await recoverCaptures({
      writer: log.writer,
      software: async () => sampleSoftware(),
      now: () => now().getTime(),
    });
    const last = main.exhibits.at(-1)?.number ?? 0;
    expect((await log.reader.listExhibits(caseId))[0]).toMatchObject({
      number: last + 1,
      outcome: 'partial',
    });
    const added = await recordOwn({ log, caseId });
    expect(await log.reader.readSummary(added)).toMatchObject({
      state: 'kept',
      reference: `ABC/${last + 2}`,
    });
    const note = { kind: 'private', text: 'Written today.' } as const;
    const id = await log.writer.writeNote(caseId, note);
    expect(await log.reader.readNotes(caseId, 'private')).toContainEqual({
      id,
      versions: [expect.objectContaining({ version: 1, note })],
    });
    for (const each of main.notes ?? []) expect(await log.reader.readAllNotes(caseId)).toContainEqual(each);
    await expectWhole(log, caseId);
    await noticesOf(log, caseId);
  });
});
