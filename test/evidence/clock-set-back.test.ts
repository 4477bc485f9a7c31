import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { type Log, openLog } from '../../src/evidence/open-log.ts';
import { EvidenceDatabase } from '../../src/evidence/store/database.ts';
import type { CaptureId, CaseId } from '../../src/model/identifiers.ts';
import { toInstant } from '../../src/model/identifiers.ts';
import type { Note } from '../../src/model/note.ts';
import {
  bytesOf,
  newCaptureId,
  newName,
  progressOf,
  record,
  recordOf,
  textArtifact,
} from '../samples/log.ts';

/** A log with a clock that is set by hand; it goes on by a second at each look. */
function logWithClock() {
  let time = Date.UTC(2026, 0, 10, 12);
  const now = () => {
    time += 1_000;
    return new Date(time);
  };
  const name = newName();
  const log = openLog({ databaseName: name, now });
  const setTo = (moment: number) => {
    time = moment;
  };
  return { name, log, now, setTo };
}

/** A capture from beginning to end by the log's clock. */
async function capture({ log, now }: { log: Log; now: () => Date }, caseId: CaseId): Promise<CaptureId> {
  const captureId = newCaptureId();
  const startedAt = toInstant(now().getTime());
  const bytes = bytesOf(`bytes of ${captureId}`);
  const artifact = textArtifact(bytes);
  await log.writer.begin({ ...progressOf(captureId, caseId), startedAt });
  await log.writer.stage(captureId, artifact, bytes);
  await log.writer.commitCapture({
    captureId,
    caseId,
    build: reference => {
      const made = recordOf(captureId, reference, [artifact]);
      return {
        record: { ...made, startedAt, clocks: { zone: 'UTC', offsetMinutes: 0, capturedAt: startedAt } },
      };
    },
  });
  return captureId;
}

/** How far it is set back: further than anything is kept, by the hour of summer time, and within what a popup calls new. */
const setbacks = [
  ['a year', Date.UTC(2025, 0, 10, 12)],
  ['an hour', Date.UTC(2026, 0, 10, 11)],
  ['two minutes', Date.UTC(2026, 0, 10, 11, 58)],
] as const;

describe.each(setbacks)('a clock that is set back by %s', (_, earlier) => {
  it('leaves the capture begun last the newest, while it runs and when it has ended', async () => {
    const world = logWithClock();
    const { log, setTo, now } = world;
    const caseId = await log.writer.ensureCase();
    const first = await capture(world, caseId);
    expect((await log.reader.readProgress())?.captureId).toBe(first);
    setTo(earlier);
    const second = newCaptureId();
    const startedAt = toInstant(now().getTime());
    await log.writer.begin({ ...progressOf(second, caseId), startedAt });
    expect(await log.reader.readProgress()).toMatchObject({ captureId: second, state: 'running' });
    await log.writer.update({ ...progressOf(second, caseId), startedAt, done: 1, total: 2 });
    expect(await log.reader.readProgress()).toMatchObject({ captureId: second, done: 1 });
    await log.writer.abandon(second, 'capture.stopped');
    expect(await log.reader.readProgress()).toMatchObject({ captureId: second, state: 'abandoned' });
    const third = await capture(world, caseId);
    expect(await log.reader.readProgress()).toMatchObject({ captureId: third, reference: 'EX/2' });
  });

  it('leaves interrupted captures in the order in which they were begun', async () => {
    const { log, setTo, now } = logWithClock();
    const caseId = await log.writer.ensureCase();
    const ids = [newCaptureId(), newCaptureId()];
    for (const captureId of ids) {
      await log.writer.begin({ ...progressOf(captureId, caseId), startedAt: toInstant(now().getTime()) });
      setTo(earlier);
    }
    const interrupted = await log.writer.interrupted();
    expect(interrupted.map(({ progress }) => progress.captureId)).toEqual(ids);
  });

  it('leaves exhibits and cases in the order of their numbers', async () => {
    const world = logWithClock();
    const { log, setTo } = world;
    const describedAs = (title: string) => ({ title, initials: 'ABC', name: '' });
    const before = await log.writer.openCase(describedAs('before'));
    const made = [await capture(world, before)];
    setTo(earlier);
    made.push(await capture(world, before));
    expect((await log.reader.listExhibits(before)).map(({ captureId }) => captureId)).toEqual([
      made[1],
      made[0],
    ]);
    const after = await log.writer.openCase(describedAs('after'));
    await log.writer.describeCase(before, describedAs('before, told again'));
    expect((await log.reader.listCases()).map(({ id }) => id)).toEqual([before, after]);
  });

  it('leaves what was written in the order of the chain', async () => {
    const { log, setTo } = logWithClock();
    const caseId = await log.writer.ensureCase();
    const person = (name: string): Note => ({ kind: 'person', name, words: '' }) as Note;
    await log.writer.writeNote(caseId, person('A'));
    setTo(earlier);
    await log.writer.writeNote(caseId, person('B'));
    const names = (await log.reader.readNotes(caseId, 'person')).map(
      ({ versions }) => versions[0]?.note.name,
    );
    expect(names).toEqual(['A', 'B']);
  });

  it('has what is recorded after it time-stamped, if it was switched on before', async () => {
    const world = logWithClock();
    const { log, setTo, now } = world;
    const caseId = await log.writer.ensureCase();
    const old = await capture(world, caseId);
    const choice = { addresses: ['https://tsa.example/'], roots: [] };
    await log.writer.setAuthorities({ isOn: true, ...choice });
    setTo(earlier);
    await log.writer.setAuthorities({ isOn: true, ...choice });
    const made = await capture(world, caseId);
    await log.writer.queueTimeStamps();
    expect(await log.reader.readTimeStamp(old)).toBeUndefined();
    expect(await log.reader.readTimeStamp(made)).toMatchObject({ state: 'waiting' });
    const due = await log.writer.dueTimeStamps(toInstant(now().getTime()));
    expect(due.map(({ captureId }) => captureId)).toEqual([made]);
  });
});

it('asks for a time-stamp that a clock, set back since, put off into a time to come', async () => {
  const world = logWithClock();
  const { log, setTo, now } = world;
  const caseId = await log.writer.ensureCase();
  await log.writer.setAuthorities({ isOn: true, addresses: ['https://tsa.example/'], roots: [] });
  const made = await capture(world, caseId);
  await log.writer.queueTimeStamps();
  const inAnHour = toInstant(now().getTime() + 3_600_000);
  await log.writer.postponeTimeStamp(made, { refusals: [], nextAt: inAnHour, anchor: 1 });
  expect(await log.writer.dueTimeStamps(toInstant(now().getTime()))).toEqual([]);
  setTo(Date.UTC(2026, 0, 9));
  expect(await log.writer.dueTimeStamps(toInstant(now().getTime()))).toHaveLength(1);
});

it('a capture that an earlier version began is older than any of this one', async () => {
  const world = logWithClock();
  const { name, log } = world;
  const { captureId } = await record(log, await log.writer.ensureCase());
  const database = new EvidenceDatabase(name);
  const row = await database.journal.get(captureId);
  if (row === undefined) throw new Error('no row');
  const { turn: _, ...old } = row;
  await database.journal.put({ ...old, startedAt: toInstant(Date.UTC(2027, 0, 1)) });
  expect((await log.reader.readProgress())?.captureId).toBe(captureId);
  const next = await capture(world, await log.writer.ensureCase());
  expect((await log.reader.readProgress())?.captureId).toBe(next);
  database.close();
});
