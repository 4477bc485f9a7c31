import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { checkChain } from '../../src/custody/check-chain.ts';
import { EvidenceDatabase } from '../../src/evidence/store/database.ts';
import type { CaseId } from '../../src/model/identifiers.ts';
import { newLog, newName, record } from '../samples/log.ts';

/** A case with two exhibits, and the database beside it, as somebody who holds the profile has it. */
async function recorded() {
  const name = newName();
  const log = newLog(name);
  const caseId = await log.writer.openCase({ title: 'Case', initials: 'ABC', name: '' });
  const first = await record(log, caseId);
  const before = await rowsOf(name);
  const second = await record(log, caseId);
  return { name, log, caseId, first, second, before };
}

/** Every row of the tables that a rollback would touch. */
async function rowsOf(name: string) {
  const { custodyEvents, exhibits, captures, highWater } = new EvidenceDatabase(name);
  const tables = { custodyEvents, exhibits, captures, highWater };
  return Object.fromEntries(
    await Promise.all(Object.entries(tables).map(async ([key, table]) => [key, await table.toArray()])),
  ) as Record<keyof typeof tables, unknown[]>;
}

/** Puts tables back as they were. */
async function putBack(name: string, tables: Partial<Awaited<ReturnType<typeof rowsOf>>>): Promise<void> {
  const database = new EvidenceDatabase(name);
  for (const [table, rows] of Object.entries(tables)) {
    await database.table(table).clear();
    await database.table(table).bulkAdd(rows);
  }
}

async function codesOf(log: ReturnType<typeof newLog>, caseId: CaseId): Promise<readonly string[]> {
  return (await checkChain(await log.reader.readCustody(caseId))).map(({ code }) => code);
}

describe('rows that were taken out of the database', () => {
  it('are missing from the chain for ever, and their number is not given again', async () => {
    const { name, log, caseId, before } = await recorded();
    const { highWater: _, ...rows } = before;
    await putBack(name, rows);
    expect((await record(newLog(name), caseId)).reference).toBe('ABC/3');
    expect((await record(log, caseId)).reference).toBe('ABC/4');
    const sequences = (await log.reader.readCustody(caseId)).map(({ sequence }) => sequence);
    expect(sequences).toEqual([1, 2, 4, 5]);
    expect(await codesOf(log, caseId)).toContain('custody.sequence.broken');
  });

  it('are missed when all of a case’s events are gone', async () => {
    const { name, log, caseId } = await recorded();
    await putBack(name, { custodyEvents: [], exhibits: [], captures: [] });
    expect((await record(log, caseId)).reference).toBe('ABC/3');
    expect(await codesOf(log, caseId)).not.toContain('custody.chain.intact');
  });

  it('are missed when an event was exchanged for an older one of another head', async () => {
    const { name, log, caseId } = await recorded();
    const database = new EvidenceDatabase(name);
    const last = await database.custodyEvents.get([caseId, 3]);
    await database.custodyEvents.put({ ...last!, digest: 'f'.repeat(64) as never });
    await record(log, caseId);
    expect(await codesOf(log, caseId)).toContain('custody.chain.intact');
    await database.custodyEvents.delete([caseId, 3]);
    expect(await codesOf(log, caseId)).not.toContain('custody.chain.intact');
  });
});

describe('the high-water mark', () => {
  it('of another case opens in no other, and its loss stops no recording', async () => {
    const { name, log, caseId, before } = await recorded();
    const database = new EvidenceDatabase(name);
    const other = await log.writer.openCase({ title: 'Other', initials: 'DEF', name: '' });
    const mark = await database.highWater.get(caseId);
    await database.highWater.put({ ...mark!, caseId: other });
    expect((await record(log, other)).reference).toBe('DEF/1');
    await putBack(name, { highWater: [] });
    expect((await record(log, caseId)).reference).toBe('ABC/3');
    expect(await codesOf(log, caseId)).toContain('custody.chain.intact');
    expect(before.highWater).toHaveLength(1);
  });

  it('that lags behind the rows counts for nothing but its number', async () => {
    const { name, log, caseId, before } = await recorded();
    await putBack(name, { highWater: before.highWater });
    expect((await record(log, caseId)).reference).toBe('ABC/3');
    expect(await codesOf(log, caseId)).toContain('custody.chain.intact');
  });
});
